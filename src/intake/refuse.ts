/** Why is nothing read of a file? It is said what the file seems to be, and what would be read. */
import { adviseOn, describeContent } from './describe-content';
import { type IntakeProblem, MAX_ENTRIES } from './intake-result';
import type { Material } from './material';
import type { Reader, Refusal, Remark } from './reader';
import { describeReaders } from './reader-list';
import { formatSize, MAX_FLOW_LENGTH, MAX_TEXT_LENGTH } from './text-limit';

const SPLIT = 'Split it into smaller files, and bring them together.';

function refuse(code: string, message: string): Refusal {
  return { refused: { code, message } };
}

/** None of its documents can be read. */
function refuseBroken({ text }: Material, broken: Remark): Refusal {
  const { code, message, isDropped: _, ...at } = broken;
  const seems = /^\s*[{[]/.test(text) ? 'JSON' : 'YAML';
  // Others say by themselves what it should be.
  const found = /^This /.test(message) ? message : `This seems to be ${seems}, and is not read. ${message}`;
  return { refused: { code, message: `${found} ${describeReaders('documents')}`, ...at } };
}

/** No reader knows the file. */
export function refuseUnknown(material: Material): Refusal {
  const [broken] = material.documents.problems;
  if (broken !== undefined && material.documents.values.length === 0) return refuseBroken(material, broken);
  const { size, isBeginning, foreign } = material;
  const seems = isBeginning ? `This file has ${formatSize(size)}, and by its beginning seems` : 'This seems';
  const found = `${seems} to be ${describeContent(material)}.`;
  if (foreign === undefined && size > MAX_TEXT_LENGTH) {
    const message = `${found} Up to ${formatSize(MAX_TEXT_LENGTH)} of that are read, and of tables up to ${formatSize(MAX_FLOW_LENGTH)}. ${SPLIT}`;
    return refuse('too-large', message);
  }
  const advice = foreign === undefined ? '' : adviseOn(foreign);
  return refuse('not-recognised', [found, advice, describeReaders()].filter((part) => part !== '').join(' '));
}

/** It is output of another product than that of the catalog, or larger than is read of its kind. */
export function refuseUnfit(
  { name, product, isFlowing }: Reader,
  { size }: Material,
  catalog: string,
): Refusal | undefined {
  if (product !== undefined && product !== catalog) {
    const message = `This is output of "${product}", and the catalog is of "${catalog}". Choose that product first.`;
    return refuse('other-product', message);
  }
  const most = isFlowing === true ? MAX_FLOW_LENGTH : MAX_TEXT_LENGTH;
  if (size <= most) return undefined;
  const message = `It was taken for ${name}, and has ${formatSize(size)}; up to ${formatSize(most)} of that are read. ${SPLIT}`;
  return refuse('too-large', message);
}

/** A reader has failed, which none should. What the error says may be out of the file, and is not shown. */
export function refuseFailed({ name }: Reader): Refusal {
  const message = `It was taken for ${name}, and could not be read: that is a fault of Causeway. Choose another kind for it, or bring it as a table.`;
  return refuse('reader-failed', message);
}

/** There are more entries than are kept. */
export function refuseMany(isGrouped: boolean): IntakeProblem {
  const most = MAX_ENTRIES.toLocaleString('en');
  const message = isGrouped
    ? `There are more than ${most} groups of rows that differ. Keep rows apart by fewer labels, or leave out what is not deployed.`
    : `There are more than ${most} rows. Let those that are alike be grouped.`;
  return { code: 'too-many-rows', message, isDropped: true };
}
