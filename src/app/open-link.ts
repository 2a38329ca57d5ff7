/** Opens the plan of a link beside the one that is open; or says why not, and leaves everything as it was. */
import type { QueryClient } from '@tanstack/react-query';
import { openContent, refuse } from './open-content';

/** `text` is what stands after `#plan=`. */
export async function openLink(client: QueryClient, text: string): Promise<void> {
  try {
    const { readLink } = await import('../formats/plan-link/plan-link');
    const read = await readLink(text);
    if (!read.ok) return refuse('link', read.message);
    await openContent(client, read.content, 'link');
  } catch (error) {
    refuse('link', error instanceof Error ? error.message : '');
  }
}
