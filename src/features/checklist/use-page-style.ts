import { useLayoutEffect } from 'react';
import type { PaperSize } from './choices';
import { writePageStyle } from './page-style';

/** A style sheet made in the page, for as long as the checklist is there: a policy against inline styles allows it. */
export function usePageStyle(title: string, printedOn: string, size: PaperSize): void {
  useLayoutEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(writePageStyle(title, printedOn, size));
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [title, printedOn, size]);
}
