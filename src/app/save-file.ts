/** Saves what was entered or worked out as a file. */
import { INVENTORY_FORMAT } from '../engine/model/inventory';
import { exportEntries } from '../session/draft-entry';
import type { SessionInputs } from '../session/inputs';

/** `production.inventory.json`: what it is called, without anything that a file system takes amiss. */
export function fileNameOf(title: string, ending: string): string {
  const stem = title.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '');
  return `${stem.slice(0, 80) || 'causeway'}.${ending}`;
}

/** What was typed, right or not yet right. */
export function inventoryFile(inputs: SessionInputs, product: string): { name: string; text: string } {
  const { inventoryName, facts, rows } = inputs;
  const name = inventoryName.trim();
  const json = {
    format: INVENTORY_FORMAT,
    product,
    ...(name !== '' && { name }),
    ...(Object.keys(facts).length > 0 && { facts }),
    entries: exportEntries(rows),
  };
  return {
    name: fileNameOf(name === '' ? product : name, 'inventory.json'),
    text: `${JSON.stringify(json, null, 2)}\n`,
  };
}

export function saveFile({
  name,
  text,
  type = 'application/json',
}: {
  name: string;
  text: string | Blob;
  type?: string;
}): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to save it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
