/** What was brought to the dialog that reads inventories. Files that hold plans are opened instead, however they came. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { addSources, type BroughtSource, type NewSource } from '../features/inventory/import-source';

export function useBrought() {
  const client = useQueryClient();
  // `undefined` where the dialog is closed.
  const [brought, setBrought] = useState<readonly BroughtSource[] | undefined>();
  const withoutPlans = useCallback(
    (sources: readonly NewSource[]) =>
      import('./open-plan-files').then(
        ({ openPlanFiles }) => openPlanFiles(client, sources),
        () => sources,
      ),
    [client],
  );
  /** Dropped or pasted anywhere. */
  const bring = useCallback(
    async (more: readonly NewSource[]) => {
      const others = await withoutPlans(more);
      if (others.length > 0) setBrought((before = []) => addSources(before, others));
      // A dialog that waited for a file has got one.
      else if (more.length > 0) setBrought((before) => (before?.length === 0 ? undefined : before));
    },
    [withoutPlans],
  );
  /** Added, corrected or taken away in the dialog. */
  const change = useCallback(
    async (sources: readonly BroughtSource[]) => {
      const isNewFile = ({ id, content }: BroughtSource) =>
        content instanceof File && brought?.every((known) => known.id !== id) === true;
      const files = sources.filter(isNewFile);
      if (files.length === 0) return setBrought(sources);
      const others = new Set<NewSource>(await withoutPlans(files));
      const left = sources.filter((source) => !isNewFile(source) || others.has(source));
      setBrought(left.length === 0 ? undefined : left);
    },
    [brought, withoutPlans],
  );
  const isOpen = brought !== undefined;
  useEffect(() => {
    if (isOpen) void import('../worker/intake-client').then(({ prepareIntake }) => prepareIntake());
  }, [isOpen]);
  return {
    brought,
    bring,
    change,
    open: useCallback(() => setBrought((before = []) => before), []),
    close: useCallback(() => setBrought(undefined), []),
  };
}
