-- The tables that the sink writes, one for each topic of rows. It makes what is missing, and may be run again.
-- Generated from schemas/ and checked by TablesTest; do not edit.

create table if not exists bank_metrics (key text primary key);
alter table bank_metrics
  add column if not exists bank text not null,
  add column if not exists events bigint not null default 0,
  add column if not exists eventsOutreachMade bigint not null default 0,
  add column if not exists eventsInquiryReceived bigint not null default 0,
  add column if not exists eventsPitchDelivered bigint not null default 0,
  add column if not exists eventsProposalIssued bigint not null default 0,
  add column if not exists eventsApplicationSubmitted bigint not null default 0,
  add column if not exists eventsDueDiligenceUpdated bigint not null default 0,
  add column if not exists eventsApplicationDecided bigint not null default 0,
  add column if not exists eventsAccountOpened bigint not null default 0,
  add column if not exists eventsAccountReported bigint not null default 0,
  add column if not exists eventsAccountActivated bigint not null default 0,
  add column if not exists eventsServiceChanged bigint not null default 0,
  add column if not exists eventsRestrictionChanged bigint not null default 0,
  add column if not exists eventsDormancyChanged bigint not null default 0,
  add column if not exists eventsExitNotified bigint not null default 0,
  add column if not exists eventsRelationshipClosed bigint not null default 0,
  add column if not exists eventsCustomerPaymentsChanged bigint not null default 0,
  add column if not exists eventsBankWithdrew bigint not null default 0,
  add column if not exists eventsBankStanceChanged bigint not null default 0,
  add column if not exists eventsSupervisorySignal bigint not null default 0,
  add column if not exists eventsConfirmed bigint not null default 0,
  add column if not exists eventsDisputed bigint not null default 0,
  add column if not exists unattributed bigint not null default 0,
  add column if not exists unplaced bigint not null default 0,
  add column if not exists moorings bigint not null default 0,
  add column if not exists firms bigint not null default 0,
  add column if not exists funnelContacted bigint not null default 0,
  add column if not exists funnelApplied bigint not null default 0,
  add column if not exists funnelApproved bigint not null default 0,
  add column if not exists funnelOpened bigint not null default 0,
  add column if not exists funnelActivated bigint not null default 0,
  add column if not exists accountsOpened bigint not null default 0,
  add column if not exists accountsFirstSeen bigint not null default 0,
  add column if not exists accountsClosed bigint not null default 0,
  add column if not exists accountsOpen bigint not null default 0,
  add column if not exists accountsDormant bigint not null default 0,
  add column if not exists accountsRestricted bigint not null default 0,
  add column if not exists firmsBanked bigint not null default 0,
  add column if not exists cities bigint not null default 0,
  add column if not exists decisionsApproved bigint not null default 0,
  add column if not exists decisionsConditional bigint not null default 0,
  add column if not exists decisionsDeclined bigint not null default 0,
  add column if not exists decisionsWithdrawn bigint not null default 0,
  add column if not exists daysToOpenCount bigint not null default 0,
  add column if not exists daysToOpenP50 bigint,
  add column if not exists daysToOpenP90 bigint,
  add column if not exists daysToOpenMax bigint,
  add column if not exists firstDay date,
  add column if not exists lastDay date;
comment on table bank_metrics is 'Adoption metrics of one bank over all standing events that name it, and its moorings.';
comment on column bank_metrics.key is 'Key of the record: bank.';
comment on column bank_metrics.bank is 'Bank id; the key.';
comment on column bank_metrics.events is 'Standing events that name the bank.';
comment on column bank_metrics.eventsOutreachMade is 'of them of type OUTREACH_MADE.';
comment on column bank_metrics.eventsInquiryReceived is 'of them of type INQUIRY_RECEIVED.';
comment on column bank_metrics.eventsPitchDelivered is 'of them of type PITCH_DELIVERED.';
comment on column bank_metrics.eventsProposalIssued is 'of them of type PROPOSAL_ISSUED.';
comment on column bank_metrics.eventsApplicationSubmitted is 'of them of type APPLICATION_SUBMITTED.';
comment on column bank_metrics.eventsDueDiligenceUpdated is 'of them of type DUE_DILIGENCE_UPDATED.';
comment on column bank_metrics.eventsApplicationDecided is 'of them of type APPLICATION_DECIDED.';
comment on column bank_metrics.eventsAccountOpened is 'of them of type ACCOUNT_OPENED.';
comment on column bank_metrics.eventsAccountReported is 'of them of type ACCOUNT_REPORTED.';
comment on column bank_metrics.eventsAccountActivated is 'of them of type ACCOUNT_ACTIVATED.';
comment on column bank_metrics.eventsServiceChanged is 'of them of type SERVICE_CHANGED.';
comment on column bank_metrics.eventsRestrictionChanged is 'of them of type RESTRICTION_CHANGED.';
comment on column bank_metrics.eventsDormancyChanged is 'of them of type DORMANCY_CHANGED.';
comment on column bank_metrics.eventsExitNotified is 'of them of type EXIT_NOTIFIED.';
comment on column bank_metrics.eventsRelationshipClosed is 'of them of type RELATIONSHIP_CLOSED.';
comment on column bank_metrics.eventsCustomerPaymentsChanged is 'of them of type CUSTOMER_PAYMENTS_CHANGED.';
comment on column bank_metrics.eventsBankWithdrew is 'of them of type BANK_WITHDREW.';
comment on column bank_metrics.eventsBankStanceChanged is 'of them of type BANK_STANCE_CHANGED.';
comment on column bank_metrics.eventsSupervisorySignal is 'of them of type SUPERVISORY_SIGNAL.';
comment on column bank_metrics.eventsConfirmed is 'Standing events with status CONFIRMED.';
comment on column bank_metrics.eventsDisputed is 'Events whose highest revision is DISPUTED; these are not in events.';
comment on column bank_metrics.unattributed is 'Standing mooring events that lack bank or firm: activity that no mooring can show.';
comment on column bank_metrics.unplaced is 'Events without a city, of relationships in several cities, that belong to none of them.';
comment on column bank_metrics.moorings is 'Relationships in one city: (bank, firm, city).';
comment on column bank_metrics.firms is 'Distinct firms among the moorings.';
comment on column bank_metrics.funnelContacted is 'Observed moorings whose stage is CONTACTED or further.';
comment on column bank_metrics.funnelApplied is 'Observed moorings whose stage is APPLIED or further.';
comment on column bank_metrics.funnelApproved is 'Observed moorings whose stage is APPROVED or further.';
comment on column bank_metrics.funnelOpened is 'Observed moorings whose stage is OPENED or further.';
comment on column bank_metrics.funnelActivated is 'Observed moorings whose stage is ACTIVATED or further.';
comment on column bank_metrics.accountsOpened is 'Openings: a flow.';
comment on column bank_metrics.accountsFirstSeen is 'First sights of accounts that were there before: a change of knowledge, not a flow.';
comment on column bank_metrics.accountsClosed is 'Closings: a flow.';
comment on column bank_metrics.accountsOpen is 'Moorings whose account is OPEN now: not reported closed.';
comment on column bank_metrics.accountsDormant is 'Moorings whose account is DORMANT now.';
comment on column bank_metrics.accountsRestricted is 'Moorings whose account is restricted now.';
comment on column bank_metrics.firmsBanked is 'Distinct firms with an OPEN mooring.';
comment on column bank_metrics.cities is 'Distinct cities with an OPEN mooring.';
comment on column bank_metrics.decisionsApproved is 'Standing APPLICATION_DECIDED with outcome APPROVED.';
comment on column bank_metrics.decisionsConditional is 'Standing APPLICATION_DECIDED with outcome CONDITIONAL.';
comment on column bank_metrics.decisionsDeclined is 'Standing APPLICATION_DECIDED with outcome DECLINED.';
comment on column bank_metrics.decisionsWithdrawn is 'Standing APPLICATION_DECIDED with outcome WITHDRAWN.';
comment on column bank_metrics.daysToOpenCount is 'Moorings whose days to open are known.';
comment on column bank_metrics.daysToOpenP50 is 'Median of whole UTC days from the first contact to the first opening; null when the count is 0.';
comment on column bank_metrics.daysToOpenP90 is '90th percentile of whole UTC days from the first contact to the first opening; null when the count is 0.';
comment on column bank_metrics.daysToOpenMax is 'Maximum of whole UTC days from the first contact to the first opening; null when the count is 0.';
comment on column bank_metrics.firstDay is 'UTC day of the first standing event; null when there is none.';
comment on column bank_metrics.lastDay is 'UTC day of the last standing event; null when there is none.';

create table if not exists city_metrics (key text primary key);
alter table city_metrics
  add column if not exists city text not null,
  add column if not exists events bigint not null default 0,
  add column if not exists eventsOutreachMade bigint not null default 0,
  add column if not exists eventsInquiryReceived bigint not null default 0,
  add column if not exists eventsPitchDelivered bigint not null default 0,
  add column if not exists eventsProposalIssued bigint not null default 0,
  add column if not exists eventsApplicationSubmitted bigint not null default 0,
  add column if not exists eventsDueDiligenceUpdated bigint not null default 0,
  add column if not exists eventsApplicationDecided bigint not null default 0,
  add column if not exists eventsAccountOpened bigint not null default 0,
  add column if not exists eventsAccountReported bigint not null default 0,
  add column if not exists eventsAccountActivated bigint not null default 0,
  add column if not exists eventsServiceChanged bigint not null default 0,
  add column if not exists eventsRestrictionChanged bigint not null default 0,
  add column if not exists eventsDormancyChanged bigint not null default 0,
  add column if not exists eventsExitNotified bigint not null default 0,
  add column if not exists eventsRelationshipClosed bigint not null default 0,
  add column if not exists eventsCustomerPaymentsChanged bigint not null default 0,
  add column if not exists eventsBankWithdrew bigint not null default 0,
  add column if not exists eventsBankStanceChanged bigint not null default 0,
  add column if not exists eventsSupervisorySignal bigint not null default 0,
  add column if not exists eventsConfirmed bigint not null default 0,
  add column if not exists eventsDisputed bigint not null default 0,
  add column if not exists unattributed bigint not null default 0,
  add column if not exists moorings bigint not null default 0,
  add column if not exists firms bigint not null default 0,
  add column if not exists funnelContacted bigint not null default 0,
  add column if not exists funnelApplied bigint not null default 0,
  add column if not exists funnelApproved bigint not null default 0,
  add column if not exists funnelOpened bigint not null default 0,
  add column if not exists funnelActivated bigint not null default 0,
  add column if not exists accountsOpened bigint not null default 0,
  add column if not exists accountsFirstSeen bigint not null default 0,
  add column if not exists accountsClosed bigint not null default 0,
  add column if not exists accountsOpen bigint not null default 0,
  add column if not exists accountsDormant bigint not null default 0,
  add column if not exists accountsRestricted bigint not null default 0,
  add column if not exists firmsBanked bigint not null default 0,
  add column if not exists banks bigint not null default 0,
  add column if not exists decisionsApproved bigint not null default 0,
  add column if not exists decisionsConditional bigint not null default 0,
  add column if not exists decisionsDeclined bigint not null default 0,
  add column if not exists decisionsWithdrawn bigint not null default 0,
  add column if not exists daysToOpenCount bigint not null default 0,
  add column if not exists daysToOpenP50 bigint,
  add column if not exists daysToOpenP90 bigint,
  add column if not exists daysToOpenMax bigint,
  add column if not exists signalsSupportive bigint not null default 0,
  add column if not exists signalsNeutral bigint not null default 0,
  add column if not exists signalsRestrictive bigint not null default 0,
  add column if not exists hhi bigint,
  add column if not exists firstDay date,
  add column if not exists lastDay date;
comment on table city_metrics is 'Adoption metrics of one city over all standing events that name it, and its moorings.';
comment on column city_metrics.key is 'Key of the record: city.';
comment on column city_metrics.city is 'City id; the key.';
comment on column city_metrics.events is 'Standing events that name the city.';
comment on column city_metrics.eventsOutreachMade is 'of them of type OUTREACH_MADE.';
comment on column city_metrics.eventsInquiryReceived is 'of them of type INQUIRY_RECEIVED.';
comment on column city_metrics.eventsPitchDelivered is 'of them of type PITCH_DELIVERED.';
comment on column city_metrics.eventsProposalIssued is 'of them of type PROPOSAL_ISSUED.';
comment on column city_metrics.eventsApplicationSubmitted is 'of them of type APPLICATION_SUBMITTED.';
comment on column city_metrics.eventsDueDiligenceUpdated is 'of them of type DUE_DILIGENCE_UPDATED.';
comment on column city_metrics.eventsApplicationDecided is 'of them of type APPLICATION_DECIDED.';
comment on column city_metrics.eventsAccountOpened is 'of them of type ACCOUNT_OPENED.';
comment on column city_metrics.eventsAccountReported is 'of them of type ACCOUNT_REPORTED.';
comment on column city_metrics.eventsAccountActivated is 'of them of type ACCOUNT_ACTIVATED.';
comment on column city_metrics.eventsServiceChanged is 'of them of type SERVICE_CHANGED.';
comment on column city_metrics.eventsRestrictionChanged is 'of them of type RESTRICTION_CHANGED.';
comment on column city_metrics.eventsDormancyChanged is 'of them of type DORMANCY_CHANGED.';
comment on column city_metrics.eventsExitNotified is 'of them of type EXIT_NOTIFIED.';
comment on column city_metrics.eventsRelationshipClosed is 'of them of type RELATIONSHIP_CLOSED.';
comment on column city_metrics.eventsCustomerPaymentsChanged is 'of them of type CUSTOMER_PAYMENTS_CHANGED.';
comment on column city_metrics.eventsBankWithdrew is 'of them of type BANK_WITHDREW.';
comment on column city_metrics.eventsBankStanceChanged is 'of them of type BANK_STANCE_CHANGED.';
comment on column city_metrics.eventsSupervisorySignal is 'of them of type SUPERVISORY_SIGNAL.';
comment on column city_metrics.eventsConfirmed is 'Standing events with status CONFIRMED.';
comment on column city_metrics.eventsDisputed is 'Events whose highest revision is DISPUTED; these are not in events.';
comment on column city_metrics.unattributed is 'Standing mooring events that lack bank or firm: activity that no mooring can show.';
comment on column city_metrics.moorings is 'Relationships in one city: (bank, firm, city).';
comment on column city_metrics.firms is 'Distinct firms among the moorings.';
comment on column city_metrics.funnelContacted is 'Observed moorings whose stage is CONTACTED or further.';
comment on column city_metrics.funnelApplied is 'Observed moorings whose stage is APPLIED or further.';
comment on column city_metrics.funnelApproved is 'Observed moorings whose stage is APPROVED or further.';
comment on column city_metrics.funnelOpened is 'Observed moorings whose stage is OPENED or further.';
comment on column city_metrics.funnelActivated is 'Observed moorings whose stage is ACTIVATED or further.';
comment on column city_metrics.accountsOpened is 'Openings: a flow.';
comment on column city_metrics.accountsFirstSeen is 'First sights of accounts that were there before: a change of knowledge, not a flow.';
comment on column city_metrics.accountsClosed is 'Closings: a flow.';
comment on column city_metrics.accountsOpen is 'Moorings whose account is OPEN now: not reported closed.';
comment on column city_metrics.accountsDormant is 'Moorings whose account is DORMANT now.';
comment on column city_metrics.accountsRestricted is 'Moorings whose account is restricted now.';
comment on column city_metrics.firmsBanked is 'Distinct firms with an OPEN mooring.';
comment on column city_metrics.banks is 'Distinct banks with an OPEN mooring.';
comment on column city_metrics.decisionsApproved is 'Standing APPLICATION_DECIDED with outcome APPROVED.';
comment on column city_metrics.decisionsConditional is 'Standing APPLICATION_DECIDED with outcome CONDITIONAL.';
comment on column city_metrics.decisionsDeclined is 'Standing APPLICATION_DECIDED with outcome DECLINED.';
comment on column city_metrics.decisionsWithdrawn is 'Standing APPLICATION_DECIDED with outcome WITHDRAWN.';
comment on column city_metrics.daysToOpenCount is 'Moorings whose days to open are known.';
comment on column city_metrics.daysToOpenP50 is 'Median of whole UTC days from the first contact to the first opening; null when the count is 0.';
comment on column city_metrics.daysToOpenP90 is '90th percentile of whole UTC days from the first contact to the first opening; null when the count is 0.';
comment on column city_metrics.daysToOpenMax is 'Maximum of whole UTC days from the first contact to the first opening; null when the count is 0.';
comment on column city_metrics.signalsSupportive is 'Standing SUPERVISORY_SIGNAL with tone SUPPORTIVE.';
comment on column city_metrics.signalsNeutral is 'Standing SUPERVISORY_SIGNAL with tone NEUTRAL.';
comment on column city_metrics.signalsRestrictive is 'Standing SUPERVISORY_SIGNAL with tone RESTRICTIVE.';
comment on column city_metrics.hhi is 'Herfindahl-Hirschman index of OPEN moorings by bank, 0 to 10,000, rounded half up; null when there is none.';
comment on column city_metrics.firstDay is 'UTC day of the first standing event; null when there is none.';
comment on column city_metrics.lastDay is 'UTC day of the last standing event; null when there is none.';

create table if not exists country_metrics (key text primary key);
alter table country_metrics
  add column if not exists country text not null,
  add column if not exists events bigint not null default 0,
  add column if not exists eventsOutreachMade bigint not null default 0,
  add column if not exists eventsInquiryReceived bigint not null default 0,
  add column if not exists eventsPitchDelivered bigint not null default 0,
  add column if not exists eventsProposalIssued bigint not null default 0,
  add column if not exists eventsApplicationSubmitted bigint not null default 0,
  add column if not exists eventsDueDiligenceUpdated bigint not null default 0,
  add column if not exists eventsApplicationDecided bigint not null default 0,
  add column if not exists eventsAccountOpened bigint not null default 0,
  add column if not exists eventsAccountReported bigint not null default 0,
  add column if not exists eventsAccountActivated bigint not null default 0,
  add column if not exists eventsServiceChanged bigint not null default 0,
  add column if not exists eventsRestrictionChanged bigint not null default 0,
  add column if not exists eventsDormancyChanged bigint not null default 0,
  add column if not exists eventsExitNotified bigint not null default 0,
  add column if not exists eventsRelationshipClosed bigint not null default 0,
  add column if not exists eventsCustomerPaymentsChanged bigint not null default 0,
  add column if not exists eventsBankWithdrew bigint not null default 0,
  add column if not exists eventsBankStanceChanged bigint not null default 0,
  add column if not exists eventsSupervisorySignal bigint not null default 0,
  add column if not exists eventsConfirmed bigint not null default 0,
  add column if not exists eventsDisputed bigint not null default 0,
  add column if not exists signalsSupportive bigint not null default 0,
  add column if not exists signalsNeutral bigint not null default 0,
  add column if not exists signalsRestrictive bigint not null default 0,
  add column if not exists firstDay date,
  add column if not exists lastDay date;
comment on table country_metrics is 'Metrics of one country over the standing events that bear it.';
comment on column country_metrics.key is 'Key of the record: country.';
comment on column country_metrics.country is 'ISO 3166-1 alpha-2 code; the key.';
comment on column country_metrics.events is 'Standing events that bear the country.';
comment on column country_metrics.eventsOutreachMade is 'of them of type OUTREACH_MADE.';
comment on column country_metrics.eventsInquiryReceived is 'of them of type INQUIRY_RECEIVED.';
comment on column country_metrics.eventsPitchDelivered is 'of them of type PITCH_DELIVERED.';
comment on column country_metrics.eventsProposalIssued is 'of them of type PROPOSAL_ISSUED.';
comment on column country_metrics.eventsApplicationSubmitted is 'of them of type APPLICATION_SUBMITTED.';
comment on column country_metrics.eventsDueDiligenceUpdated is 'of them of type DUE_DILIGENCE_UPDATED.';
comment on column country_metrics.eventsApplicationDecided is 'of them of type APPLICATION_DECIDED.';
comment on column country_metrics.eventsAccountOpened is 'of them of type ACCOUNT_OPENED.';
comment on column country_metrics.eventsAccountReported is 'of them of type ACCOUNT_REPORTED.';
comment on column country_metrics.eventsAccountActivated is 'of them of type ACCOUNT_ACTIVATED.';
comment on column country_metrics.eventsServiceChanged is 'of them of type SERVICE_CHANGED.';
comment on column country_metrics.eventsRestrictionChanged is 'of them of type RESTRICTION_CHANGED.';
comment on column country_metrics.eventsDormancyChanged is 'of them of type DORMANCY_CHANGED.';
comment on column country_metrics.eventsExitNotified is 'of them of type EXIT_NOTIFIED.';
comment on column country_metrics.eventsRelationshipClosed is 'of them of type RELATIONSHIP_CLOSED.';
comment on column country_metrics.eventsCustomerPaymentsChanged is 'of them of type CUSTOMER_PAYMENTS_CHANGED.';
comment on column country_metrics.eventsBankWithdrew is 'of them of type BANK_WITHDREW.';
comment on column country_metrics.eventsBankStanceChanged is 'of them of type BANK_STANCE_CHANGED.';
comment on column country_metrics.eventsSupervisorySignal is 'of them of type SUPERVISORY_SIGNAL.';
comment on column country_metrics.eventsConfirmed is 'Standing events with status CONFIRMED.';
comment on column country_metrics.eventsDisputed is 'Events whose highest revision is DISPUTED; these are not in events.';
comment on column country_metrics.signalsSupportive is 'Standing SUPERVISORY_SIGNAL with tone SUPPORTIVE.';
comment on column country_metrics.signalsNeutral is 'Standing SUPERVISORY_SIGNAL with tone NEUTRAL.';
comment on column country_metrics.signalsRestrictive is 'Standing SUPERVISORY_SIGNAL with tone RESTRICTIVE.';
comment on column country_metrics.firstDay is 'UTC day of the first standing event; null when there is none.';
comment on column country_metrics.lastDay is 'UTC day of the last standing event; null when there is none.';

create table if not exists bank_daily (key text primary key);
alter table bank_daily
  add column if not exists bank text not null,
  add column if not exists day date not null,
  add column if not exists events bigint not null default 0,
  add column if not exists eventsOutreachMade bigint not null default 0,
  add column if not exists eventsInquiryReceived bigint not null default 0,
  add column if not exists eventsPitchDelivered bigint not null default 0,
  add column if not exists eventsProposalIssued bigint not null default 0,
  add column if not exists eventsApplicationSubmitted bigint not null default 0,
  add column if not exists eventsDueDiligenceUpdated bigint not null default 0,
  add column if not exists eventsApplicationDecided bigint not null default 0,
  add column if not exists eventsAccountOpened bigint not null default 0,
  add column if not exists eventsAccountReported bigint not null default 0,
  add column if not exists eventsAccountActivated bigint not null default 0,
  add column if not exists eventsServiceChanged bigint not null default 0,
  add column if not exists eventsRestrictionChanged bigint not null default 0,
  add column if not exists eventsDormancyChanged bigint not null default 0,
  add column if not exists eventsExitNotified bigint not null default 0,
  add column if not exists eventsRelationshipClosed bigint not null default 0,
  add column if not exists eventsCustomerPaymentsChanged bigint not null default 0,
  add column if not exists eventsBankWithdrew bigint not null default 0,
  add column if not exists eventsBankStanceChanged bigint not null default 0,
  add column if not exists eventsSupervisorySignal bigint not null default 0,
  add column if not exists eventsMonthPrecision bigint not null default 0,
  add column if not exists accountsOpened bigint not null default 0,
  add column if not exists accountsFirstSeen bigint not null default 0,
  add column if not exists accountsClosed bigint not null default 0;
comment on table bank_daily is 'What happened to one bank on one UTC day.';
comment on column bank_daily.key is 'Key of the record: bank/day.';
comment on column bank_daily.bank is 'Bank id; first part of the key.';
comment on column bank_daily.day is 'UTC day of occurredAt; second part of the key. An event known to the month only counts on the first of its month.';
comment on column bank_daily.events is 'Standing events that name the bank on this day.';
comment on column bank_daily.eventsOutreachMade is 'of them of type OUTREACH_MADE.';
comment on column bank_daily.eventsInquiryReceived is 'of them of type INQUIRY_RECEIVED.';
comment on column bank_daily.eventsPitchDelivered is 'of them of type PITCH_DELIVERED.';
comment on column bank_daily.eventsProposalIssued is 'of them of type PROPOSAL_ISSUED.';
comment on column bank_daily.eventsApplicationSubmitted is 'of them of type APPLICATION_SUBMITTED.';
comment on column bank_daily.eventsDueDiligenceUpdated is 'of them of type DUE_DILIGENCE_UPDATED.';
comment on column bank_daily.eventsApplicationDecided is 'of them of type APPLICATION_DECIDED.';
comment on column bank_daily.eventsAccountOpened is 'of them of type ACCOUNT_OPENED.';
comment on column bank_daily.eventsAccountReported is 'of them of type ACCOUNT_REPORTED.';
comment on column bank_daily.eventsAccountActivated is 'of them of type ACCOUNT_ACTIVATED.';
comment on column bank_daily.eventsServiceChanged is 'of them of type SERVICE_CHANGED.';
comment on column bank_daily.eventsRestrictionChanged is 'of them of type RESTRICTION_CHANGED.';
comment on column bank_daily.eventsDormancyChanged is 'of them of type DORMANCY_CHANGED.';
comment on column bank_daily.eventsExitNotified is 'of them of type EXIT_NOTIFIED.';
comment on column bank_daily.eventsRelationshipClosed is 'of them of type RELATIONSHIP_CLOSED.';
comment on column bank_daily.eventsCustomerPaymentsChanged is 'of them of type CUSTOMER_PAYMENTS_CHANGED.';
comment on column bank_daily.eventsBankWithdrew is 'of them of type BANK_WITHDREW.';
comment on column bank_daily.eventsBankStanceChanged is 'of them of type BANK_STANCE_CHANGED.';
comment on column bank_daily.eventsSupervisorySignal is 'of them of type SUPERVISORY_SIGNAL.';
comment on column bank_daily.eventsMonthPrecision is 'of them known to the month only.';
comment on column bank_daily.accountsOpened is 'Openings on this day.';
comment on column bank_daily.accountsFirstSeen is 'First sights on this day.';
comment on column bank_daily.accountsClosed is 'Closings on this day.';

create table if not exists city_daily (key text primary key);
alter table city_daily
  add column if not exists city text not null,
  add column if not exists day date not null,
  add column if not exists events bigint not null default 0,
  add column if not exists eventsOutreachMade bigint not null default 0,
  add column if not exists eventsInquiryReceived bigint not null default 0,
  add column if not exists eventsPitchDelivered bigint not null default 0,
  add column if not exists eventsProposalIssued bigint not null default 0,
  add column if not exists eventsApplicationSubmitted bigint not null default 0,
  add column if not exists eventsDueDiligenceUpdated bigint not null default 0,
  add column if not exists eventsApplicationDecided bigint not null default 0,
  add column if not exists eventsAccountOpened bigint not null default 0,
  add column if not exists eventsAccountReported bigint not null default 0,
  add column if not exists eventsAccountActivated bigint not null default 0,
  add column if not exists eventsServiceChanged bigint not null default 0,
  add column if not exists eventsRestrictionChanged bigint not null default 0,
  add column if not exists eventsDormancyChanged bigint not null default 0,
  add column if not exists eventsExitNotified bigint not null default 0,
  add column if not exists eventsRelationshipClosed bigint not null default 0,
  add column if not exists eventsCustomerPaymentsChanged bigint not null default 0,
  add column if not exists eventsBankWithdrew bigint not null default 0,
  add column if not exists eventsBankStanceChanged bigint not null default 0,
  add column if not exists eventsSupervisorySignal bigint not null default 0,
  add column if not exists eventsMonthPrecision bigint not null default 0,
  add column if not exists accountsOpened bigint not null default 0,
  add column if not exists accountsFirstSeen bigint not null default 0,
  add column if not exists accountsClosed bigint not null default 0;
comment on table city_daily is 'What happened to one city on one UTC day.';
comment on column city_daily.key is 'Key of the record: city/day.';
comment on column city_daily.city is 'City id; first part of the key.';
comment on column city_daily.day is 'UTC day of occurredAt; second part of the key. An event known to the month only counts on the first of its month.';
comment on column city_daily.events is 'Standing events that name the city on this day.';
comment on column city_daily.eventsOutreachMade is 'of them of type OUTREACH_MADE.';
comment on column city_daily.eventsInquiryReceived is 'of them of type INQUIRY_RECEIVED.';
comment on column city_daily.eventsPitchDelivered is 'of them of type PITCH_DELIVERED.';
comment on column city_daily.eventsProposalIssued is 'of them of type PROPOSAL_ISSUED.';
comment on column city_daily.eventsApplicationSubmitted is 'of them of type APPLICATION_SUBMITTED.';
comment on column city_daily.eventsDueDiligenceUpdated is 'of them of type DUE_DILIGENCE_UPDATED.';
comment on column city_daily.eventsApplicationDecided is 'of them of type APPLICATION_DECIDED.';
comment on column city_daily.eventsAccountOpened is 'of them of type ACCOUNT_OPENED.';
comment on column city_daily.eventsAccountReported is 'of them of type ACCOUNT_REPORTED.';
comment on column city_daily.eventsAccountActivated is 'of them of type ACCOUNT_ACTIVATED.';
comment on column city_daily.eventsServiceChanged is 'of them of type SERVICE_CHANGED.';
comment on column city_daily.eventsRestrictionChanged is 'of them of type RESTRICTION_CHANGED.';
comment on column city_daily.eventsDormancyChanged is 'of them of type DORMANCY_CHANGED.';
comment on column city_daily.eventsExitNotified is 'of them of type EXIT_NOTIFIED.';
comment on column city_daily.eventsRelationshipClosed is 'of them of type RELATIONSHIP_CLOSED.';
comment on column city_daily.eventsCustomerPaymentsChanged is 'of them of type CUSTOMER_PAYMENTS_CHANGED.';
comment on column city_daily.eventsBankWithdrew is 'of them of type BANK_WITHDREW.';
comment on column city_daily.eventsBankStanceChanged is 'of them of type BANK_STANCE_CHANGED.';
comment on column city_daily.eventsSupervisorySignal is 'of them of type SUPERVISORY_SIGNAL.';
comment on column city_daily.eventsMonthPrecision is 'of them known to the month only.';
comment on column city_daily.accountsOpened is 'Openings on this day.';
comment on column city_daily.accountsFirstSeen is 'First sights on this day.';
comment on column city_daily.accountsClosed is 'Closings on this day.';

create table if not exists moorings (key text primary key);
alter table moorings
  add column if not exists bank text not null,
  add column if not exists firm text not null,
  add column if not exists city text,
  add column if not exists stage text,
  add column if not exists observed boolean not null default false,
  add column if not exists account text not null default 'NONE',
  add column if not exists restricted boolean not null default false,
  add column if not exists daysToOpen bigint,
  add column if not exists events bigint not null default 0,
  add column if not exists firstDay date,
  add column if not exists lastDay date;
comment on table moorings is 'One mooring: a relationship in one city.';
comment on column moorings.key is 'Key of the record: bank/firm/city.';
comment on column moorings.bank is 'Bank id; first part of the key.';
comment on column moorings.firm is 'Firm id; second part of the key.';
comment on column moorings.city is 'City id; third part of the key; null when no event names one.';
comment on column moorings.stage is 'Furthest of CONTACTED, APPLIED, APPROVED, OPENED, ACTIVATED; null when none is reached.';
comment on column moorings.observed is 'Its start was seen, so it counts in the funnel.';
comment on column moorings.account is 'NONE, OPEN, DORMANT or CLOSED.';
comment on column moorings.restricted is 'A restriction was imposed and not lifted.';
comment on column moorings.daysToOpen is 'Whole UTC days from the first contact to the first opening; null when undefined.';
comment on column moorings.events is 'Its own standing events.';
comment on column moorings.firstDay is 'UTC day of the first of them.';
comment on column moorings.lastDay is 'UTC day of the last of them.';

create table if not exists reasons (key text primary key);
alter table reasons
  add column if not exists scope text not null,
  add column if not exists id text not null,
  add column if not exists kind text not null,
  add column if not exists reason text not null,
  add column if not exists count bigint not null default 0;
comment on table reasons is 'How often a reason was given.';
comment on column reasons.key is 'Key of the record: scope/id/kind/reason.';
comment on column reasons.scope is 'bank or city; first part of the key.';
comment on column reasons.id is 'Bank or city id; second part of the key, and the one that places the row.';
comment on column reasons.kind is 'DECLINE or CLOSURE; third part of the key.';
comment on column reasons.reason is 'A Reason, or UNKNOWN where the report has none; last part of the key.';
comment on column reasons.count is 'Standing declined decisions, or closings, with that reason.';

create table if not exists stances (key text primary key);
alter table stances
  add column if not exists bank text,
  add column if not exists stance text not null,
  add column if not exists city text,
  add column if not exists programme text,
  add column if not exists position text not null,
  add column if not exists day date not null;
comment on table stances is 'Where a bank last stood on one subject.';
comment on column stances.key is 'Key of the record: bank/stance/city/programme.';
comment on column stances.bank is 'Bank id; null when the report names none; first part of the key.';
comment on column stances.stance is 'A Stance; second part of the key.';
comment on column stances.city is 'City id; third part of the key.';
comment on column stances.programme is 'Programme slug; last part of the key.';
comment on column stances.position is 'A Position: the last one in the order of events.';
comment on column stances.day is 'UTC day of the event that says so.';

create table if not exists ledger (key text primary key);
alter table ledger
  add column if not exists partition bigint not null default 0,
  add column if not exists read bigint not null default 0,
  add column if not exists standing bigint not null default 0,
  add column if not exists disputed bigint not null default 0,
  add column if not exists retracted bigint not null default 0,
  add column if not exists superseded bigint not null default 0,
  add column if not exists duplicate bigint not null default 0,
  add column if not exists rejected bigint not null default 0;
comment on table ledger is 'What became of every record of one partition of the events topic: read = standing + disputed + retracted + superseded + duplicate + rejected.';
comment on column ledger.key is 'Key of the record: source partition.';
comment on column ledger.partition is 'Source partition; the key.';
comment on column ledger.read is 'Records read.';
comment on column ledger.standing is 'Events whose highest revision is REPORTED or CONFIRMED.';
comment on column ledger.disputed is 'Events whose highest revision is DISPUTED.';
comment on column ledger.retracted is 'Events whose highest revision is RETRACTED.';
comment on column ledger.superseded is 'Distinct contents less distinct ids.';
comment on column ledger.duplicate is 'Valid records less distinct contents.';
comment on column ledger.rejected is 'Records that went to the rejected topic.';

create table if not exists cities (key text primary key);
alter table cities
  add column if not exists id text not null,
  add column if not exists name text not null,
  add column if not exists country text not null,
  add column if not exists lat double precision not null,
  add column if not exists lon double precision not null,
  add column if not exists timezone text not null,
  add column if not exists geonameid bigint,
  add column if not exists unLocode text;
comment on table cities is 'Reference data of a city.';
comment on column cities.key is 'Key of the record: city.';
comment on column cities.id is 'City id (slug); the key.';
comment on column cities.name is 'Usual name.';
comment on column cities.country is 'ISO 3166-1 alpha-2 code.';
comment on column cities.lat is 'Latitude, degrees north.';
comment on column cities.lon is 'Longitude, degrees east.';
comment on column cities.timezone is 'IANA time zone.';
comment on column cities.geonameid is 'Number in GeoNames.';
comment on column cities.unLocode is 'UN/LOCODE, five characters.';

create table if not exists banks (key text primary key);
alter table banks
  add column if not exists id text not null,
  add column if not exists name text not null,
  add column if not exists country text,
  add column if not exists lei text,
  add column if not exists bic text;
comment on table banks is 'Reference data of a bank.';
comment on column banks.key is 'Key of the record: bank.';
comment on column banks.id is 'Bank id (slug); the key.';
comment on column banks.name is 'Usual name.';
comment on column banks.country is 'ISO 3166-1 alpha-2 code of its home; null for groups with no one home.';
comment on column banks.lei is 'Legal Entity Identifier, ISO 17442.';
comment on column banks.bic is 'Business Identifier Code, ISO 9362.';

create table if not exists firms (key text primary key);
alter table firms
  add column if not exists id text not null,
  add column if not exists name text not null,
  add column if not exists country text,
  add column if not exists lei text,
  add column if not exists bic text;
comment on table firms is 'Reference data of a firm.';
comment on column firms.key is 'Key of the record: firm.';
comment on column firms.id is 'Firm id (slug); the key.';
comment on column firms.name is 'Usual name.';
comment on column firms.country is 'ISO 3166-1 alpha-2 code of its home; null for groups with no one home.';
comment on column firms.lei is 'Legal Entity Identifier, ISO 17442.';
comment on column firms.bic is 'Business Identifier Code, ISO 9362.';
