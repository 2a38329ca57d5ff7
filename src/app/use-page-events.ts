/** What the page as a whole listens to: files dropped anywhere, text pasted outside of a field. */
import { useEffect, useState } from 'react';
import { collectFiles } from '../features/inventory/collect-files';
import { type NewSource, PASTED_NAME } from '../features/inventory/import-source';

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null;
}

/** Whether files are held over the page. `onSources` hears of what was dropped or pasted. */
export function useIncoming(onSources: (sources: readonly NewSource[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const onEnter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const onOver = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      if (event.dataTransfer !== null) void collectFiles(event.dataTransfer).then(onSources);
    };
    const onPaste = (event: ClipboardEvent) => {
      const data = event.clipboardData;
      // What the table has taken is its own.
      if (data === null || event.defaultPrevented) return;
      // A copied file comes with its name as text beside it.
      if (data.files.length > 0) {
        event.preventDefault();
        void collectFiles(data).then(onSources);
      } else if (!isField(event.target)) {
        const text = data.getData('text/plain');
        if (text.trim() !== '') onSources([{ name: PASTED_NAME, content: text }]);
      }
    };
    document.addEventListener('dragenter', onEnter);
    document.addEventListener('dragleave', onLeave);
    document.addEventListener('dragover', onOver);
    document.addEventListener('drop', onDrop);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('dragenter', onEnter);
      document.removeEventListener('dragleave', onLeave);
      document.removeEventListener('dragover', onOver);
      document.removeEventListener('drop', onDrop);
      document.removeEventListener('paste', onPaste);
    };
  }, [onSources]);
  return isOver;
}
