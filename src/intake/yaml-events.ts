/**
 * May what was parsed of YAML be made into values, and where do they stand? Parsed are events: a list begins, a text, a list
 * ends.
 */
import { EVENT_ID, type Event } from 'js-yaml';

/** Values that the documents of a file may have beyond those that are written, for aliases bring with them all that they stand for. */
export const MAX_GROWTH = 50_000;

const TOO_MUCH = `its aliases stand for more than ${MAX_GROWTH.toLocaleString('en')} values, as in files that are made to fill the memory. Write out what it needs of them`;

export const NO_KEY = 'a key is missing';

/** What is wrong in a text, and where in it. */
export class YamlFault extends Error {
  constructor(
    message: string,
    readonly at: number,
    readonly code = 'not-yaml',
  ) {
    super(message);
  }
}

/** Where an event stands in its text; `undefined` where it stands for something that is left out. */
function placeOf(event: Event): number | undefined {
  let first: number | undefined;
  const look = (place: number) => {
    if (place >= 0 && (first === undefined || place < first)) first = place;
  };
  if ('start' in event) look(event.start);
  if ('valueStart' in event) look(event.valueStart);
  if ('anchorStart' in event) look(event.anchorStart);
  if ('tagStart' in event) look(event.tagStart);
  return first;
}

/** Where each document begins. */
export function findPlaces(events: readonly Event[]): number[] {
  const places: number[] = [];
  let isOpen = false;
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) {
      places.push(0);
      isOpen = true;
    } else if (isOpen) {
      const place = placeOf(event);
      if (place === undefined) continue;
      places[places.length - 1] = place;
      isOpen = false;
    }
  }
  return places;
}

/** A list, a map or a document that is not ended. */
interface OpenValue {
  readonly anchor: string;
  readonly isMap: boolean;
  /** How many values are in it, those of its aliases and itself counted. */
  size: number;
  /** Keys and values of a map, items of a list. */
  parts: number;
}

/** Throws for keys that are no texts: the library does not say where they are. */
function checkKey(event: Event, place: number): void {
  if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) {
    throw new YamlFault('a list or a map is no key', place);
  }
  if (event.type === EVENT_ID.SCALAR && event.valueStart < 0 && event.tagStart < 0) {
    throw new YamlFault(NO_KEY, place);
  }
}

/** How many values aliases bring. Throws where they are too many, or stand within what they name. */
export function checkEvents(events: readonly Event[], text: string, most: number): number {
  /** How many values an anchor stands for; `undefined` while it is not ended. */
  const sizes = new Map<string, number | undefined>();
  const open: OpenValue[] = [];
  let growth = 0;
  let place = 0;
  for (const event of events) {
    place = placeOf(event) ?? place;
    const outer = open.at(-1);
    if (event.type === EVENT_ID.POP) {
      open.pop();
      if (outer === undefined) continue;
      if (outer.anchor !== '') sizes.set(outer.anchor, outer.size);
      const next = open.at(-1);
      if (next !== undefined) next.size += outer.size;
      continue;
    }
    if (outer?.isMap === true && outer.parts % 2 === 0) checkKey(event, place);
    if (outer !== undefined) outer.parts += 1;
    const hasAnchor = 'anchorStart' in event && event.anchorStart >= 0;
    const anchor = hasAnchor ? text.slice(event.anchorStart, event.anchorEnd) : '';
    if (event.type === EVENT_ID.ALIAS) {
      if (sizes.has(anchor) && sizes.get(anchor) === undefined) {
        throw new YamlFault('an alias stands within what it names', place);
      }
      const size = sizes.get(anchor) ?? 1;
      growth += size;
      if (growth > most) throw new YamlFault(TOO_MUCH, place, 'exploding-yaml');
      if (outer !== undefined) outer.size += size;
    } else if (event.type === EVENT_ID.SCALAR) {
      if (anchor !== '') sizes.set(anchor, 1);
      if (outer !== undefined) outer.size += 1;
    } else {
      if (event.type === EVENT_ID.DOCUMENT) sizes.clear();
      else if (anchor !== '') sizes.set(anchor, undefined);
      open.push({ anchor, isMap: event.type === EVENT_ID.MAPPING, size: 1, parts: 0 });
    }
  }
  return growth;
}
