/**
 * Reads images without anything beside them, as `--query` and `-o jsonpath` give them: a list of JSON, or one after another
 * in lines. The same image several times is that many instances.
 */
import { formatPath } from '../../engine/model';
import { rowOfWorkload } from '../identify-workload';
import { isBareRepository, isImageReference } from '../image-reference';
import type { Material } from '../material';
import type { FoundRow, Place, Reader } from '../reader';
import { isPrompt } from '../text-table';

interface Image {
  readonly image: string;
  readonly at: Place;
}

const canBeImage = (text: string) => isImageReference(text) || isBareRepository(text);

function imagesOfJson(value: unknown, path: readonly number[]): Image[] | undefined {
  if (typeof value === 'string')
    return canBeImage(value) ? [{ image: value, at: { path: formatPath(path) } }] : undefined;
  if (!Array.isArray(value) || path.length > 3) return undefined;
  const inner = value.map((item, i) => imagesOfJson(item, [...path, i]));
  return inner.every((found) => found !== undefined) ? inner.flat() : undefined;
}

function imagesOfLines(lines: readonly string[]): Image[] | undefined {
  const images: Image[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '' || isPrompt(line)) continue;
    const words = line
      .replaceAll('"', ' ')
      .trim()
      .split(/[\s,]+/);
    // Of several words one that could be any is none.
    if (
      !words.every(
        (word) =>
          isImageReference(word) || (isBareRepository(word) && (words.length === 1 || word.includes('/'))),
      )
    )
      return undefined;
    images.push(...words.map((image) => ({ image, at: { line: i + 1 } })));
  }
  return images;
}

/** What has images alone, one of them at least with a tag that could say a version, or a digest. */
function imagesIn({ documents, lines }: Material): readonly Image[] {
  const isOne = documents.values.length === 1;
  const lists =
    documents.kind === 'none'
      ? [imagesOfLines(lines)]
      : documents.values.map(({ value, line }) =>
          imagesOfJson(value, [])?.map(({ image, at }) => ({
            image,
            at: { ...at, ...(!isOne && { line }) },
          })),
        );
  if (lists.some((list) => list === undefined)) return [];
  const images = lists.flatMap((list) => list ?? []);
  const isTold = ({ image }: Image) => isImageReference(image) && /:(?:\w*\d|latest$)|@/.test(image);
  return images.some(isTold) ? images : [];
}

export const imageList: Reader = {
  id: 'image-list',
  name: 'images alone (`aws ecs … --query`, `kubectl … -o jsonpath`)',
  looksAt: 'documents',
  recognise(material) {
    if (imagesIn(material).length === 0) return undefined;
    return { sureness: 'likely', why: 'It has nothing but names of images.' };
  },
  read(material, catalog) {
    const counts = new Map<string, { at: Place; count: number }>();
    for (const { image, at } of imagesIn(material)) {
      const known = counts.get(image);
      if (known === undefined) counts.set(image, { at, count: 1 });
      else known.count += 1;
    }
    const rows: FoundRow[] = [];
    const ignored: string[] = [];
    for (const [image, { at, count }] of counts) {
      const row = rowOfWorkload({ image }, catalog, { at, count: String(count) });
      if (row === undefined) ignored.push(image);
      else rows.push(row);
    }
    return { rows, ignored };
  },
};
