/** What is a timeline, before anything is drawn? Lanes, stations and bands, in columns of the plan's states. */
import type { ProtocolRange } from '../../engine/model/catalog';

export type Role = 'server' | 'client' | 'agent';

/** How an entry stands with the server; `limited`: it works, but an incident degrades it. */
export type Standing = 'works' | 'limited' | 'broken' | 'unknown';

export interface Column {
  /** 0 is now. */
  readonly stage: number;
  readonly title: string;
  readonly subtitle: string;
  /** The same in fewer words, `bridge` and `5.4.0`; the version is kept longest, and empty where there are several. */
  readonly brief: { readonly words: string; readonly version: string };
  /** Whether the operator may pause between this stage and the next; never after the last. */
  readonly mayPause: boolean;
  /** How many of its steps are done, and how many it has. */
  readonly done: number;
  readonly steps: number;
  /** Whether the plan stands right after it: everything up to here is done, and what follows is not. */
  readonly isHere: boolean;
  /** Whether there is no way back once this stage is done, and there was one before. */
  readonly isNoReturn: boolean;
}

export interface Station {
  readonly column: number;
  readonly version: string;
  /** Index into the plan's steps, of the first of the lane's entries; `undefined` where it starts. */
  readonly step: number | undefined;
  readonly isRequired: boolean;
  /** Whether it is a hop that goes beyond what the vendor promises, as the goal allows. */
  readonly isSkip: boolean;
  /** How many of the lane's entries move here. */
  readonly moves: number;
  /** Whether all of these moves are done. */
  readonly isDone: boolean;
}

export interface Lane {
  readonly key: string;
  readonly component: string;
  /** `way`: entries that go the same way, one or more. `summary`: all of a component. */
  readonly kind: 'way' | 'summary';
  /** Of a summary: whether the lanes that it stands for are shown below it. */
  readonly isOpen: boolean;
  readonly entries: readonly string[];
  readonly name: string;
  /** How many more it stands for: ` +16`, or nothing. */
  readonly more: string;
  readonly detail: string;
  readonly role: Role;
  readonly isPinned: boolean;
  /** By column; of several entries the worst. */
  readonly standing: readonly Standing[];
  readonly stations: readonly Station[];
}

export interface Bar {
  readonly key: string;
  readonly name: string;
  readonly more: string;
  readonly names: readonly string[];
  readonly role: Role;
  readonly range: ProtocolRange | null;
  readonly negotiated: number | null;
  readonly hasMoved: boolean;
  /** Whether they don't meet, or are known not to work together although they do. */
  readonly isBroken: boolean;
  /** Whether they work together only partly. */
  readonly isLimited: boolean;
  /** Its place among the bars of the band, from 0. */
  readonly slot: number;
}

export interface Band {
  readonly protocol: string;
  readonly name: string;
  readonly lowest: number;
  readonly highest: number;
  /** What the server speaks, by column. */
  readonly server: readonly (ProtocolRange | null)[];
  /** By column. */
  readonly bars: readonly (readonly Bar[])[];
  readonly slots: number;
}

/** What would no longer work without a step, by the step's own reason. */
export interface Fall {
  readonly step: number;
  readonly entry: string;
  /** Whether it is a bridge: the entry has to move while the server is there. */
  readonly isBridge: boolean;
  /** Where it would break. */
  readonly column: number;
  /** Where a protocol is why: what the entry would still speak, and what the server speaks by then. */
  readonly clash?: {
    readonly protocol: string;
    readonly consumer: ProtocolRange;
    readonly server: ProtocolRange;
  };
}

export interface TimelineLayout {
  readonly columns: readonly Column[];
  readonly lanes: readonly Lane[];
  readonly bands: readonly Band[];
  /** By step that something would fall without. */
  readonly falls: ReadonlyMap<number, Fall>;
  /** Whether entries could be folded that have a lane each, or are. */
  readonly canFold: boolean;
}

export function hasSkips({ lanes }: Pick<TimelineLayout, 'lanes'>): boolean {
  return lanes.some(({ stations }) => stations.some(({ isSkip }) => isSkip));
}
