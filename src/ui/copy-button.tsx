import { useEffect, useState } from 'react';
import * as texts from '../texts/page';
import { Button } from './button';

const SHOWN_MS = 2000;

/** Copies a text, made when it is wanted where it is long, and says whether that worked. */
export function CopyButton({ text, label }: { text: string | (() => string); label: string }) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | undefined>();
  useEffect(() => {
    if (outcome === undefined) return;
    const timer = setTimeout(() => setOutcome(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text());
      setOutcome('copied');
    } catch {
      setOutcome('refused');
    }
  };
  return (
    <Button
      weight="quiet"
      icon={outcome === 'copied' ? 'check' : 'copy'}
      aria-label={outcome === undefined ? label : undefined}
      onClick={() => void copy()}
    >
      <span aria-live="polite">
        {outcome === 'copied' ? texts.copied : outcome === 'refused' ? texts.copyByHand : texts.copy}
      </span>
    </Button>
  );
}
