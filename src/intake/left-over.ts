/**
 * What else seems to be in a file, beside what is read of it?
 *
 * Nothing may vanish without a word: what no reader of the file has taken, and what looks like an output that is read when
 * it comes by itself, is named with its line.
 */
import { ask, detect } from './detect';
import type { Documents } from './documents';
import type { Output } from './find-outputs';
import { type Material, materialOfLines, materialOfValue, prepareMaterial } from './material';
import type { Reader, Remark } from './reader';
import { isPrompt } from './text-table';

/** Lines that belong together, from one to another. */
interface Block {
  readonly from: number;
  readonly lines: readonly string[];
}

/** Blocks and values that are looked at. */
const MAX_LOOKED_AT = 1000;

const BEGINS_JSON = /^\s*[{[]\s*(?:["{]|$)/;

function cutBlocks(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (let i = 0; i <= lines.length && blocks.length < MAX_LOOKED_AT; i++) {
    const line = lines[i] ?? '';
    if (line.trim() !== '' && !isPrompt(line)) continue;
    if (i > from) blocks.push({ from: from + 1, lines: lines.slice(from, i) });
    from = i + 1;
  }
  return blocks;
}

/** Within a block, lines that stand together and that no row was found on; a value of JSON on one line stands alone. */
function cutUntaken({ from, lines }: Block, taken: ReadonlySet<number>): Block[] {
  const runs: Block[] = [];
  let start = 0;
  for (let i = 0; i <= lines.length; i++) {
    const isValue = BEGINS_JSON.test(lines[i] ?? '');
    if (i < lines.length && !isValue && !taken.has(from + i)) continue;
    if (i > start) runs.push({ from: from + start, lines: lines.slice(start, i) });
    start = i + 1;
  }
  return runs;
}

interface LeftOver {
  readonly line: number;
  /** What it seems to be; `undefined` where nothing knows it. */
  readonly name: string | undefined;
}

/** What could be read of a part that nobody reads; nothing where one of those that read the file knows it. */
function recognise(part: Material, line: number, outputs: readonly Output[], readers: readonly Reader[]) {
  // Most often they do: then the others need not be asked.
  const isKnown = outputs.some(
    ({ reader }) =>
      (part.foreign === undefined || reader.looksAt === 'bytes') && ask(reader, part) !== undefined,
  );
  if (isKnown) return undefined;
  const found = detect(part, readers);
  return { line, name: found.find(({ sureness }) => sureness !== 'possible')?.name };
}

/** Whether one of those that read the file knows these lines for certain: then it need not be known what else they are. */
function isCertainlyKnown(text: string, outputs: readonly Output[]): boolean {
  const part = materialOfLines(text);
  if (part.foreign !== undefined) return false;
  return outputs.some(({ reader }) => reader.looksAt === 'text' && ask(reader, part)?.sureness === 'certain');
}

function findValues(
  { documents }: Material,
  outputs: readonly Output[],
  readers: readonly Reader[],
): LeftOver[] {
  if (documents.values.length < 2) return [];
  return documents.values
    .slice(0, MAX_LOOKED_AT)
    .flatMap((value) => recognise(materialOfValue(value), value.line, outputs, readers) ?? []);
}

/** What these lines could be read as, where nobody reads them. */
async function nameBlock(
  text: string,
  { values }: Documents,
  outputs: readonly Output[],
  readers: readonly Reader[],
): Promise<string | undefined> {
  if (isCertainlyKnown(text, outputs)) return undefined;
  const part = await prepareMaterial(text);
  // Values are looked at one by one.
  if (values.length > 0 && part.documents.values.length > 0) return undefined;
  return recognise(part, 1, outputs, readers)?.name;
}

async function findBlocks(
  { documents, lines }: Material,
  outputs: readonly Output[],
  readers: readonly Reader[],
  taken: ReadonlySet<number>,
): Promise<LeftOver[]> {
  // Lines that happen to be YAML are lines.
  const isOfDocuments = outputs.some(({ reader }) => reader.looksAt === 'documents');
  if (documents.kind === 'json' || (documents.kind === 'yaml' && isOfDocuments)) return [];
  const blocks = cutBlocks(lines);
  const parts = blocks.flatMap((block) => cutUntaken(block, taken));
  const isAllRead =
    blocks.length < 2 && parts.every(({ lines: own }, i) => own.length === blocks[i]?.lines.length);
  if (isAllRead) return [];
  const left: LeftOver[] = [];
  // Several machines print the same: that is looked at once.
  const names = new Map<string, string | undefined>();
  for (const { from, lines: own } of parts) {
    const text = own.join('\n');
    if (!names.has(text)) names.set(text, await nameBlock(text, documents, outputs, readers));
    const name = names.get(text);
    if (name !== undefined) left.push({ line: from, name });
  }
  return left;
}

/** The line and those around it, up to blank ones and prompts. */
function blockAround(lines: readonly string[], line: number): Block {
  const isEnd = (at: number) => (lines[at] ?? '').trim() === '' || isPrompt(lines[at] ?? '');
  let [from, to] = [line - 1, line];
  while (from > 0 && !isEnd(from - 1)) from -= 1;
  while (to < lines.length && !isEnd(to)) to += 1;
  return { from: from + 1, lines: lines.slice(from, to) };
}

/** Values that are broken, where nobody has read what they are in. They may hold secrets, so that nothing of them is shown. */
function remarkOnBroken(
  { documents, lines }: Material,
  outputs: readonly Output[],
  taken: ReadonlySet<number>,
): Remark[] {
  if (outputs.some(({ reader }) => reader.looksAt === 'documents')) return [];
  const broken = documents.problems.find(({ code, line = 1 }) => {
    const block = blockAround(lines, line);
    const isTaken = block.lines.some((_, i) => taken.has(block.from + i));
    return code === 'not-json' && !isTaken && block.lines.some((text) => BEGINS_JSON.test(text));
  });
  if (broken === undefined) return [];
  const message =
    'What stands here seems to be JSON that is cut off or broken, and is not read. Paste it again by itself.';
  return [{ code: 'not-read', message, line: broken.line ?? 1, isDropped: true }];
}

/** `taken`: lines of which something was read, or found to be of no concern. */
export async function remarkOnLeftOver(
  material: Material,
  outputs: readonly Output[],
  readers: readonly Reader[],
  taken: ReadonlySet<number>,
): Promise<Remark[]> {
  const left = [
    ...findValues(material, outputs, readers),
    ...(await findBlocks(material, outputs, readers, taken)),
  ];
  const byName = new Map<string | undefined, number[]>();
  for (const { name, line } of left) byName.set(name, [...(byName.get(name) ?? []), line]);
  const known = [...byName].map(([name, lines]): Remark => {
    const [line = 1] = lines;
    const places = lines.length === 1 ? 'here' : `on ${lines.length} lines, of which this is the first,`;
    const message =
      name === undefined
        ? `What stands ${places} is not known, and not read. If it tells a version, paste it by itself and choose how it is read.`
        : `What stands ${places} seems to be ${name}, and is not read together with the rest. Paste it by itself.`;
    return { code: 'not-read', message, line, isDropped: true };
  });
  return [...known, ...remarkOnBroken(material, outputs, taken)];
}
