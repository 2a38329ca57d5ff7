/**
 * What is a reader?
 *
 * One kind of output that operators have, one file in `readers/`, named in `reader-list.ts`. A reader says by the content
 * whether a file is of its kind, and finds rows as text. It makes no entries: `readRow` does, the same for all, so that a
 * component, a version or a range means the same wherever it comes from.
 */
import type { Catalog, Inventory } from '../engine/model';
import type { ColumnMeaning, FoundColumn } from './columns';
import type { Material } from './material';
import type { RowCells } from './read-row';

/** Where in the file: `line` and `column` from 1 in a text, `path` like `items[3].spec` in JSON and YAML. */
export interface Place {
  readonly line?: number;
  readonly column?: number;
  readonly path?: string;
}

/**
 * `certain`: a sign that nothing else has. `likely`: it looks like it, and could be something else. `possible`: nothing
 * speaks against it.
 */
export type Sureness = 'certain' | 'likely' | 'possible';

export interface Recognition {
  readonly sureness: Sureness;
  /** By which sign, as a sentence: "It has the line "CLI: v…" that `waypoint version` prints." */
  readonly why: string;
}

/** A part of a row: a cell, and of protocols and labels the one that is meant. */
export interface CellName {
  readonly cell: 'name' | 'component' | 'version' | 'count' | 'protocols' | 'labels';
  readonly item?: string;
}

export interface RowProblem {
  /** Stable, kebab-case. */
  readonly code: string;
  /** What was found, what was expected, what to do. */
  readonly message: string;
  /** Of a row that would be good with another text here; absent where its other cells cannot be trusted either. */
  readonly cell?: CellName['cell'];
}

export interface FoundRow {
  /** A name only where the file gives one: equal names in two files mean the same thing. */
  readonly cells: RowCells;
  readonly at: Place;
  /** The name where the file gives none. */
  readonly fallbackName: string;
  /** Where a cell stands, if that is known better than `at`. */
  readonly placeOf?: (cell: CellName) => Place | undefined;
  /** One running instance: a second one of the server is its replica, not another server. */
  readonly isInstance?: boolean;
  /** The part itself said its version, rather than an image or a template: that wins where the two differ. */
  readonly isReported?: boolean;
  /** Servers that form a cluster, as one row: it knows how many they are, and counts for all of them. */
  readonly isCluster?: boolean;
  /** What is meant to run, rather than what does: a template, a chart. It gives way where the two differ. */
  readonly isTemplate?: boolean;
  /** What a chart installs where nobody says otherwise: anything else that tells of the part tells it better. */
  readonly isDefault?: boolean;
  /** What it is known by in its file, where other files decide which rows come before it; else that is its place there. */
  readonly number?: number;
  /** Why the row as a whole cannot be trusted: it is left out, and said. */
  readonly problem?: RowProblem;
  /** What the file says beside, for us to keep. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** Something that is wrong beside the rows, or about a row that the reader keeps. */
export interface Remark extends RowProblem, Place {
  /** Whether something is left out by it. */
  readonly isDropped: boolean;
}

/** A row that was looked at, for the rows that differ from it only in what a group does not keep. */
export interface SeenRow {
  /**
   * One more such row, whose name lies in a text from one place to another; `false` where it has to be looked at as a row of
   * its own.
   */
  seeAgain(count: number, text: string, from: number, to: number): boolean;
  /** Another such row has no label of this name, or another text in it. */
  forgetLabel(label: string): void;
}

/** Where the rows of a file go. */
export interface RowSink {
  /** Labels that rows have in common where they are said to be seen again. */
  readonly tellingLabels: readonly string[];
  add(row: FoundRow): SeenRow | undefined;
  report(remark: Remark): void;
}

/** Finds rows in a text that comes piece by piece. */
export interface RowFlow {
  /** Whether nothing is read of what follows. */
  readonly isOver: boolean;
  read(piece: string, isLast: boolean, sink: RowSink): void;
}

export interface Reading {
  /** A flow where the rows are found while the file is read. */
  readonly rows: readonly FoundRow[] | RowFlow;
  /** A sentence about how it was read: `Not read: "owner".` */
  readonly note?: string;
  readonly remarks?: readonly Remark[];
  /** What was dropped because it is secret: what and where, never the secret: `the auth token of context "prod"`. */
  readonly secrets?: readonly string[];
  /** What is none of the product's business, each by its name: `nginx:1.27`. Counted, not listed as problems. */
  readonly ignored?: readonly string[];
  /** What an inventory file says beside its entries. */
  readonly name?: string;
  readonly facts?: Inventory['facts'];
  readonly unknownFields?: Readonly<Record<string, unknown>>;
  /** Of a table: what each column was taken for. */
  readonly columns?: readonly FoundColumn[];
}

/** What was found in a file that was there as a whole. */
export interface WholeReading extends Reading {
  readonly rows: readonly FoundRow[];
}

/** The file is of the reader's kind, and cannot be read all the same. */
export interface Refusal {
  readonly refused: RowProblem & Place;
  /** Of a table: what its columns could be, for a person to choose. */
  readonly columns?: readonly FoundColumn[];
}

/** Outputs that complete each other, in whatever files they are. */
export interface Together {
  /** Takes in one more. What it is read as can be asked for once all are taken in. `fileName` is for what is said of it. */
  add(material: Material, fileName: string): () => WholeReading | Refusal;
}

export interface Reader {
  /** Stable, kebab-case: `docker-ps`. */
  readonly id: string;
  /** For people, as in "read as …": `docker ps`. */
  readonly name: string;
  /** What it looks at: problems of JSON and YAML matter to `documents` only; `bytes` are also asked about binary files. */
  readonly looksAt: 'text' | 'documents' | 'bytes';
  /** The catalog's id where only one product has such output; with any other catalog it is refused. */
  readonly product?: string;
  /** Files of any size: of the material it needs only the beginning, and finds its rows there or in a flow. */
  readonly isFlowing?: boolean;
  /** It reads tables, whose columns a person may choose. */
  readonly hasColumns?: boolean;
  /** By content, never by a file's name. Fast: it is asked about every file. */
  recognise(material: Material): Recognition | undefined;
  /** Where an output may need others to be understood: then those of all files are taken in before any is read. */
  beginTogether?(catalog: Catalog): Together;
  /** `columns`: the meanings that a person chose, by position; only tables have them. */
  read(
    material: Material,
    catalog: Catalog,
    columns?: readonly ColumnMeaning[],
  ): Reading | Refusal | Promise<Reading | Refusal>;
}
