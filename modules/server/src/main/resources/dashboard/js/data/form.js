// The fields of an event as a form asks for them: which, when, and with what to choose from. The server is the judge of what is
// right; this only spares questions that a type of event does not have.

import { STATUSES, TYPES } from '../words.js';

const REASONS = ['RISK_APPETITE', 'ML_TF_RISK', 'INCOMPLETE_CDD', 'UNLICENSED', 'OWNERSHIP_OPACITY', 'ANONYMITY_OF_FLOWS', 'VOLATILITY', 'REPUTATIONAL', 'HEAD_OFFICE_POLICY', 'NO_EXPERTISE', 'COST_TO_SERVE', 'CAPACITY', 'DE_RISK', 'FINANCIAL_CRIME_CONCERN', 'VERTICAL_EXIT', 'BANK_FAILURE', 'BANK_WIND_DOWN', 'SUPERVISORY_DIRECTION', 'DORMANT', 'FIRM_SWITCH', 'COUNTERPARTY_RISK', 'FIRM_CEASED', 'LICENCE_LOST', 'REGULATORY_ENVIRONMENT', 'OTHER', 'NOT_GIVEN'];
const PRODUCTS = ['OPERATING_ACCOUNT', 'SIMPLE_BANK_ACCOUNT', 'SEGREGATED_CLIENT_ACCOUNT', 'PAYROLL', 'FIAT_SETTLEMENT', 'FIAT_ON_OFF_RAMP', 'INSTANT_SETTLEMENT_NETWORK', 'STABLECOIN_RESERVE', 'FX', 'CREDIT', 'CUSTODY', 'VIRTUAL_IBAN', 'PAYMENTS', 'TRADING', 'TOKEN'];
const CHANNELS = ['CLIENT_SITE_VISIT', 'BRANCH', 'PHONE', 'EMAIL', 'ONLINE_FORM', 'APP', 'CONFERENCE', 'ROUNDTABLE', 'REFERRAL'];
const CHANGES = { SERVICE_CHANGED: ['ADDED', 'REMOVED'], RESTRICTION_CHANGED: ['IMPOSED', 'LIFTED'], DORMANCY_CHANGED: ['ENTERED', 'LEFT'], CUSTOMER_PAYMENTS_CHANGED: ['IMPOSED', 'LIFTED'] };
const CONTACTS = TYPES.slice(0, 4);
const WITHOUT_FIRM = ['BANK_WITHDREW', 'BANK_STANCE_CHANGED', 'SUPERVISORY_SIGNAL'];
const WITH_REASON = ['APPLICATION_DECIDED', 'RESTRICTION_CHANGED', 'EXIT_NOTIFIED', 'RELATIONSHIP_CLOSED', 'BANK_WITHDREW'];

const on = (...types) => (type) => types.includes(type);

/** `{ name, label, options | list | input, hint, shown(type) }`, in the order in which they are asked. */
export const FIELDS = [
  { name: 'type', label: 'What happened', options: () => TYPES, none: 'Choose' },
  { name: 'bank', label: 'Bank', list: 'bank', hint: 'Leave out when the report names none' },
  { name: 'firm', label: 'Firm', list: 'firm', hint: 'Leave out when the report names none', shown: (type) => !WITHOUT_FIRM.includes(type) },
  { name: 'city', label: 'City', list: 'city' },
  { name: 'country', label: 'Country', hint: 'Two letters; only when no city is known' },
  { name: 'occurredAt', label: 'When it happened', hint: '2023-03-27, 2023-03, or 2023-03-27T09:30:00Z' },
  { name: 'outcome', label: 'Outcome', options: () => ['APPROVED', 'CONDITIONAL', 'DECLINED', 'WITHDRAWN'], shown: on('APPLICATION_DECIDED') },
  { name: 'diligence', label: 'Diligence', options: () => ['CDD', 'KYB', 'EDD', 'INFO_REQUESTED', 'ESCALATED', 'PERIODIC_REVIEW'], shown: on('DUE_DILIGENCE_UPDATED') },
  { name: 'change', label: 'Change', options: (type) => CHANGES[type] ?? [], shown: (type) => type in CHANGES },
  { name: 'stance', label: 'Stance', options: () => ['APPETITE', 'PILOT', 'VERTICAL_EXIT', 'TOKEN_INITIATIVE', 'LICENCE', 'PRODUCT_ACCESS', 'PARTNERSHIP', 'EQUITY_DEAL'], shown: on('BANK_STANCE_CHANGED') },
  { name: 'position', label: 'Position', options: () => ['EXPLORING', 'PLANNED', 'GRANTED', 'LAUNCHED', 'OPEN', 'LIMITED', 'SUSPENDED', 'COMPLETED', 'CLOSED'], shown: on('BANK_STANCE_CHANGED') },
  { name: 'signal', label: 'Signal', options: () => ['GUIDANCE', 'RULE', 'DIRECTIVE', 'LICENSING', 'INQUIRY', 'ENFORCEMENT', 'ROUNDTABLE', 'DATA'], shown: on('SUPERVISORY_SIGNAL') },
  { name: 'tone', label: 'Tone', options: () => ['SUPPORTIVE', 'NEUTRAL', 'RESTRICTIVE'], shown: on('SUPERVISORY_SIGNAL'), hint: 'Towards access of crypto firms to banking' },
  { name: 'reason', label: 'Reason', options: () => REASONS, shown: on(...WITH_REASON), hint: 'Not given: the bank gave none. Leave out when the report has none' },
  { name: 'noticeDays', label: 'Days of notice', number: true, shown: on('EXIT_NOTIFIED') },
  { name: 'source', label: 'Source', hint: 'Who says so' },
  { name: 'url', label: 'Link to the report' },
  { name: 'note', label: 'Note', long: true },
  { name: 'status', label: 'Status', options: () => STATUSES, more: true, none: 'Reported', hint: 'Confirmed: a party to it or an official body said so' },
  { name: 'reportedAt', label: 'When it became public', more: true, hint: 'As above; when it happened, if left out' },
  { name: 'cityBasis', label: 'City', options: () => ['STATED', 'INFERRED'], more: true, none: 'Stated by the source' },
  { name: 'dateBasis', label: 'Date', options: () => ['STATED', 'INFERRED', 'REPORT_DATE'], more: true, none: 'Stated by the source' },
  { name: 'initiator', label: 'Initiator', options: () => ['BANK', 'FIRM', 'REGULATOR', 'THIRD_PARTY'], more: true },
  { name: 'product', label: 'Product', options: () => PRODUCTS, more: true },
  { name: 'channel', label: 'Channel', options: () => CHANNELS, more: true, shown: (type) => CONTACTS.includes(type) },
  { name: 'programme', label: 'Programme', more: true, hint: 'e.g. express-account-opening' },
  { name: 'subjects', label: 'Unnamed firms', number: true, more: true, hint: 'The lowest number that the report speaks of' },
  { name: 'id', label: 'Id', more: true, hint: 'Publishing it again under the same id counts once' },
  { name: 'revision', label: 'Revision', number: true, more: true, hint: 'Higher than before, to amend' },
];

/** The event that a form says: without what is empty or not asked. */
export function eventOf(values) {
  const event = {};
  for (const field of FIELDS) {
    const value = (values[field.name] ?? '').trim();
    if (value && (field.shown?.(values.type) ?? true)) {
      event[field.name] = field.number && /^-?\d+$/.test(value) ? Number(value) : value;
    }
  }
  return event;
}

/** A random UUID; browsers offer one only to secure origins, so it's made of random bytes. */
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
