/** Which product are files about? For choosing a catalog. */
import { detect } from './detect';
import { type IntakeFile, openIntake } from './intake-file';
import type { Material } from './material';
import { READERS } from './reader-list';

/** The product that a file is about, where it says one or only one has such output. */
function productOf(material: Material): string | undefined {
  const [first] = detect(material, READERS);
  const own = READERS.find(({ id }) => id === first?.reader)?.product;
  if (own !== undefined && first?.sureness === 'certain') return own;
  const value = material.documents.values[0]?.value as { product?: unknown } | undefined;
  return typeof value?.product === 'string' ? value.product : undefined;
}

/** The product of the first file that tells one. Files are opened one after another, and none is held. */
export async function findProduct(files: readonly IntakeFile[]): Promise<string | undefined> {
  for (const file of files) {
    const product = productOf(await openIntake(file));
    if (product !== undefined) return product;
  }
  return undefined;
}
