// How numbers, days and words are written.

const integer = new Intl.NumberFormat('en-GB');
const percents = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 });
const decimals = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: 'UTC' });
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const regions = new Intl.DisplayNames(['en-GB'], { type: 'region' });

export const NONE = '–';
const DAY_MS = 86_400_000;

export const number = (n) => (n === null || n === undefined ? NONE : integer.format(n));
export const decimal = (n) => (n === null || n === undefined ? NONE : decimals.format(n));
export const percent = (n) => (n === null || n === undefined ? NONE : percents.format(n));
export const signed = (n) =>
  n === null || n === undefined ? NONE : n > 0 ? `+${integer.format(n)}` : n < 0 ? `−${integer.format(-n)}` : '0';
export const plural = (n, one, many = `${one}s`) => `${number(n)} ${n === 1 ? one : many}`;

/** Days since 1970 of `YYYY-MM-DD`. */
export const dayNumber = (day) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
/** `YYYY-MM-DD` of days since 1970. */
export const dayText = (n) => new Date(n * DAY_MS).toISOString().slice(0, 10);
/** Today in UTC, as days since 1970. */
export const today = () => Math.floor(Date.now() / DAY_MS);
const month = (text) => `${MONTHS[Number(text.slice(5, 7)) - 1]} ${text.slice(0, 4)}`;

/** 27 Mar 2023. By hand: the slider asks at every frame, and a formatter costs more than the frame. */
export const day = (text) => (text ? `${Number(text.slice(8, 10))} ${month(text)}` : NONE);
/** 14:03:11 UTC. */
export const time = (instant) => `${clock.format(typeof instant === 'number' ? instant : Date.parse(instant))} UTC`;

/** When an event occurred, as precisely as is known: an instant, a day or a month. */
export function occurred(text) {
  if (text.length === 7) {
    return month(text);
  }
  return text.length === 10 ? day(text) : `${day(text.slice(0, 10))}, ${text.slice(11, 16)}`;
}

export const isMonth = (text) => text.length === 7;

/** ACCOUNT_OPENED as "Account opened". */
export function words(symbol) {
  const kept = { CDD: 'CDD', KYB: 'KYB', EDD: 'EDD', ML_TF_RISK: 'ML/TF risk', DE_RISK: 'De-risking', FX: 'FX', INCOMPLETE_CDD: 'Incomplete CDD', VIRTUAL_IBAN: 'Virtual IBAN', FIAT_ON_OFF_RAMP: 'Fiat on/off ramp' };
  const text = kept[symbol] ?? symbol.toLowerCase().replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function country(code) {
  try {
    return code ? regions.of(code) : NONE;
  } catch {
    return code;
  }
}

/** 90 as "1 min 30 s", 4,000 as "1 h 6 min". */
export function duration(seconds) {
  const n = Math.round(seconds);
  if (n < 60) {
    return `${n} s`;
  }
  return n < 3_600 ? plural(Math.round(n / 60), 'minute') : `${Math.floor(n / 3_600)} h ${Math.round((n % 3_600) / 60)} min`;
}
