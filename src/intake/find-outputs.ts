/**
 * Which outputs are in a file, and who reads each?
 *
 * Several are pasted together more often than not. What a shell shows before a command parts them for certain. Without
 * that, each reader that is certain of its output finds its own lines or documents. What nobody is certain of is not read,
 * and `left-over.ts` says so.
 */
import { detect } from './detect';
import type { Recognised } from './intake-result';
import { type Material, prepareMaterial } from './material';
import type { Reader, Remark } from './reader';

/** What one reader reads of a file. */
export interface Output {
  readonly reader: Reader;
  readonly recognised: Recognised;
  /** The file, or its lines that are this reader's, with blank ones for all others. */
  readonly material: Material;
}

export interface FoundOutputs {
  /** The surest first; nothing where no reader knows the file. */
  readonly outputs: readonly Output[];
  /** What it could be as a whole besides. */
  readonly alternatives: readonly Recognised[];
  /** What is not read, and why. */
  readonly remarks: readonly Remark[];
}

/** Programs whose outputs are read, or that show files. */
const PROGRAMS =
  'aws|cat|consul|crictl|curl|docker|docker-compose|grpcurl|helm|k|k3s|kubectl|less|nerdctl|nomad|oc|podman|type|waypoint|zcat';
/** What only a shell shows: a lone # begins a comment, and a lone > a quotation. */
const COMMAND = new RegExp(
  String.raw`^(?:[\w.@~:/()[\]-]*[$❯➜»]|%|[\w.-]+@[^\s,;]{1,100}[#>%]|\[[^\],;]{1,100}\][#%]|(?:PS )?[A-Za-z]:\\[^>,;]{0,100}>)\s*(?:sudo\s+)?(${PROGRAMS})(?:\.exe)?\s`,
);
const MAX_PROMPT = 300;
/** Commands of one file. */
const MAX_COMMANDS = 200;

/** What every prompt has, found in a fraction of the time. */
const MARK = /[$❯➜»%#>]/;

/** The program that a command calls; `undefined` where the line is no command. */
const programOf = (line: string): string | undefined =>
  MARK.test(line) ? COMMAND.exec(`${line.slice(0, MAX_PROMPT)} `)?.[1] : undefined;

/** What one command printed: its lines from one place to another, from 0; the command itself is the line before. */
interface Section {
  readonly from: number;
  readonly to: number;
}

function cutSections(lines: readonly string[]): readonly Section[] {
  const commands = lines.flatMap((line, i) => (programOf(line) === undefined ? [] : [i]));
  if (commands.length > MAX_COMMANDS) return [];
  const starts = [0, ...commands.map((i) => i + 1)];
  return starts
    .map((from, i) => ({ from, to: commands[i] ?? lines.length }))
    .filter(({ from, to }) => lines.slice(from, to).some((line) => line.trim() !== ''));
}

/** The file with nothing but these lines; each stays the line that it is. Documents of YAML are parted as YAML does. */
function keepOnly(
  lines: readonly string[],
  sections: readonly Section[],
  isYaml: boolean,
): Promise<Material> {
  const kept = lines.map(() => '');
  for (const { from, to } of sections) {
    if (isYaml && from > 0) kept[from - 1] = '---';
    for (let i = from; i < to; i++) kept[i] = lines[i] ?? '';
  }
  return prepareMaterial(kept.join('\n'));
}

/** The first, and where that is certain all others that are; those for the catalog's product come first. */
function chooseReaders(
  found: readonly Recognised[],
  readers: readonly Reader[],
  product: string,
): readonly Recognised[] {
  const isForeign = ({ reader }: Recognised) => {
    const own = readers.find(({ id }) => id === reader)?.product;
    return own !== undefined && own !== product;
  };
  const certain = found.filter(({ sureness }) => sureness === 'certain');
  if (certain.length === 0) return found.slice(0, 1);
  return [...certain.filter((one) => !isForeign(one)), ...certain.filter(isForeign)];
}

function remarkOnSection(lines: readonly string[], { from }: Section): Remark {
  // Only the program is named: words of a command may be secret.
  const program = programOf(lines[from - 1] ?? '');
  const what = program === undefined ? 'What stands before the first command' : `What \`${program}\` printed`;
  const message = `${what} is not known, and not read. If it tells a version, paste it by itself and choose how it is read.`;
  return { code: 'not-read', message, line: from + 1, isDropped: true };
}

interface Group {
  readonly recognised: Recognised;
  readonly sections: Section[];
  readonly isYaml: boolean;
}

/** By commands; `undefined` where they part nothing. */
async function partByCommands(
  { lines }: Material,
  readers: readonly Reader[],
  product: string,
): Promise<FoundOutputs | undefined> {
  const sections = cutSections(lines);
  if (sections.length < 2) return undefined;
  const groups = new Map<string, Group>();
  const unknown: Section[] = [];
  for (const section of sections) {
    const own = await prepareMaterial(lines.slice(section.from, section.to).join('\n'));
    const chosen = chooseReaders(detect(own, readers), readers, product).filter(
      ({ sureness }) => sureness !== 'possible',
    );
    if (chosen.length === 0 && section.from > 0) unknown.push(section);
    for (const recognised of chosen) {
      const isYaml = own.documents.kind === 'yaml';
      const key = `${recognised.reader} ${isYaml}`;
      const group = groups.get(key) ?? { recognised, sections: [], isYaml };
      groups.set(key, group);
      group.sections.push(section);
    }
  }
  const all = [...groups.values()];
  const isParted = all.length > 1 || unknown.length > 0 || all.some(({ isYaml }) => isYaml);
  if (all.length === 0 || !isParted) return undefined;
  const outputs: Output[] = [];
  for (const { recognised, sections: own, isYaml } of all) {
    const reader = readers.find(({ id }) => id === recognised.reader);
    if (reader === undefined) continue;
    outputs.push({ reader, recognised, material: await keepOnly(lines, own, isYaml) });
  }
  return { outputs, alternatives: [], remarks: unknown.map((section) => remarkOnSection(lines, section)) };
}

/** `product` is that of the catalog. */
export async function findOutputs(
  material: Material,
  readers: readonly Reader[],
  product: string,
): Promise<FoundOutputs> {
  const found = detect(material, readers);
  const isWhole = !material.isBeginning && material.foreign === undefined;
  const parted = isWhole ? await partByCommands(material, readers, product) : undefined;
  if (parted !== undefined) return { ...parted, alternatives: found };
  const chosen = isWhole ? chooseReaders(found, readers, product) : found.slice(0, 1);
  // One value is one output, however many readers think it theirs. Lines that happen to be YAML are lines.
  const { kind, values } = material.documents;
  const isOfDocuments = readers.some(
    ({ id, looksAt }) => id === chosen[0]?.reader && looksAt === 'documents',
  );
  const isOne = kind === 'json' || (kind === 'yaml' && values.length === 1 && isOfDocuments);
  const outputs = (isOne ? chosen.slice(0, 1) : chosen).flatMap((recognised): Output[] => {
    const reader = readers.find(({ id }) => id === recognised.reader);
    return reader === undefined ? [] : [{ reader, recognised, material }];
  });
  const read = new Set(outputs.map(({ recognised }) => recognised));
  const alternatives = outputs.length > 1 ? found : found.filter((one) => !read.has(one));
  return { outputs, alternatives, remarks: [] };
}
