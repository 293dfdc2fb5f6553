// What every number means, in a sentence that stands beside it. Names are those of the rows and ratios of the API.

const OPEN = 'Not reported closed. Quiet ends are not reported: read it with the day of the last event.';
const FUNNEL = 'Only moorings seen from before the account. Those known by their account alone are not in it.';

/** Fields of rows: label, definition. */
export const FIELDS = {
  events: ['Events', 'Standing events that name it: reported or confirmed, in their highest revision.'],
  eventsConfirmed: ['Confirmed', 'Standing events that a party to them or an official body said.'],
  eventsDisputed: ['Disputed', 'Events whose highest revision is disputed. They count nowhere else.'],
  unattributed: ['Unattributed', 'Events of moorings that lack the bank or the firm: activity that no mooring can show.'],
  unplaced: ['Unplaced', 'Events without a city, of pairs that are in several cities: they are in no mooring.'],
  moorings: ['Moorings', 'A bank and a firm in one city, by any contact at all.'],
  firms: ['Firms', 'Distinct firms among the moorings.'],
  firmsBanked: ['Firms banked', 'Distinct firms with an open account.'],
  banks: ['Banks', 'Distinct banks with an open account here.'],
  cities: ['Cities', 'Distinct cities in which it has an open account.'],
  accountsOpen: ['Open accounts', OPEN],
  accountsDormant: ['Dormant', 'Accounts that are reported dormant: neither used nor closed.'],
  accountsRestricted: ['Restricted', 'Accounts under a restriction, whoever imposed it.'],
  accountsOpened: ['Opened', 'Openings that were reported as such, over all time.'],
  accountsFirstSeen: ['First seen', 'Accounts that were there before they were reported: a change of knowledge, not a flow. Never added to openings.'],
  accountsClosed: ['Closed', 'Closings over all time, withdrawals of the whole bank among them.'],
  funnelContacted: ['Contacted', FUNNEL],
  funnelApplied: ['Applied', FUNNEL],
  funnelApproved: ['Approved', FUNNEL],
  funnelOpened: ['Opened', FUNNEL],
  funnelActivated: ['Activated', FUNNEL],
  decisionsApproved: ['Approved', 'Standing decisions on applications that approved.'],
  decisionsConditional: ['Conditional', 'Standing decisions that approved on conditions.'],
  decisionsDeclined: ['Declined', 'Standing decisions that declined, unnamed firms among them.'],
  decisionsWithdrawn: ['Withdrawn', 'Applications that the firm withdrew. Not decided by the bank.'],
  daysToOpenCount: ['Moorings measured', 'Moorings whose first contact and first opening are both known to the day.'],
  daysToOpenP50: ['Half within', 'The smallest number of days within which at least half of them were open.'],
  daysToOpenP90: ['Nine in ten within', 'The smallest number of days within which at least nine in ten were open.'],
  daysToOpenMax: ['Longest', 'The longest time from first contact to opening.'],
  signalsSupportive: ['Supportive', 'Supervisory signals in favour of access to banking. Tone is the judgement of the publisher.'],
  signalsNeutral: ['Neutral', 'Supervisory signals without a leaning.'],
  signalsRestrictive: ['Restrictive', 'Supervisory signals against access to banking.'],
  hhi: ['Concentration', 'Herfindahl-Hirschman index of open accounts by bank: the sum of squared shares, 0 to 10,000. 10,000 is one bank alone; below a dozen accounts it says little.'],
};

/** Ratios: label, definition, the field whose events stand behind it, and how it is written. */
export const RATIOS = {
  conversionApplied: ['Contacted to applied', 'Applied over contacted, of moorings seen from the start.', 'funnelApplied', 'percent'],
  conversionApproved: ['Applied to approved', 'Approved over applied, of moorings seen from the start.', 'funnelApproved', 'percent'],
  conversionOpened: ['Approved to opened', 'Opened over approved, of moorings seen from the start.', 'funnelOpened', 'percent'],
  conversionActivated: ['Opened to activated', 'Activated over opened, of moorings seen from the start.', 'funnelActivated', 'percent'],
  declineRate: ['Decline rate', 'Declined over approved, conditional or declined. Applications that firms withdrew are left out.', 'decisionsDeclined', 'percent'],
  noReasonShareDecline: ['Declines without a reason', 'Declines without a known reason over all declines.', 'decisionsDeclined', 'percent'],
  noReasonShareClosure: ['Closings without a reason', 'Closings without a known reason over all closings.', 'accountsClosed', 'percent'],
  deRiskingRate: ['De-risking rate', 'Closed to avoid the risk rather than manage it (reasons de-risking and vertical exit), over all closings.', 'accountsClosed', 'percent'],
  displacement: ['Displacement', 'Closed because the bank failed or was wound down, over all closings.', 'accountsClosed', 'percent'],
  shareOfHub: ['Share of hub', 'Open accounts here over open accounts in all cities.', 'accountsOpen', 'percent'],
  multiBanking: ['Multi-banking', 'Open accounts per firm that has one: with how many banks a firm is here.', 'accountsOpen', 'decimal'],
  netChange: ['Net change', 'Accounts opened less accounts closed, over all time. First sights are no openings.', 'accountsOpened', 'signed'],
  momentum: ['Momentum', 'Net change of the 90 days up to the last day with an event, less that of the 90 days before.', 'accountsOpened', 'signed'],
};

export const label = (field) => FIELDS[field]?.[0] ?? field;
export const definition = (field) => FIELDS[field]?.[1] ?? RATIOS[field]?.[1] ?? null;

/** Types of events in the order of a relationship's life. */
export const TYPES = [
  'OUTREACH_MADE', 'INQUIRY_RECEIVED', 'PITCH_DELIVERED', 'PROPOSAL_ISSUED', 'APPLICATION_SUBMITTED', 'DUE_DILIGENCE_UPDATED',
  'APPLICATION_DECIDED', 'ACCOUNT_OPENED', 'ACCOUNT_REPORTED', 'ACCOUNT_ACTIVATED', 'SERVICE_CHANGED', 'RESTRICTION_CHANGED',
  'DORMANCY_CHANGED', 'EXIT_NOTIFIED', 'RELATIONSHIP_CLOSED', 'CUSTOMER_PAYMENTS_CHANGED', 'BANK_WITHDREW', 'BANK_STANCE_CHANGED',
  'SUPERVISORY_SIGNAL',
];

export const STATUSES = ['CONFIRMED', 'REPORTED', 'DISPUTED', 'RETRACTED'];
export const STAGES = ['Contacted', 'Applied', 'Approved', 'Opened', 'Activated'];
