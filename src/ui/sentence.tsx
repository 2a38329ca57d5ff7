import { createElement, Fragment, type ReactNode } from 'react';

/** A sentence with elements in it: its parts in the order in which a text of `texts` puts them. */
export function Sentence({ parts }: { parts: readonly ReactNode[] }) {
  return createElement(Fragment, null, ...parts);
}
