/** What had the keys, where that is gone from the page and nothing has them since? */

let last: Element | undefined;

document.addEventListener('focusin', ({ target }) => {
  last = target instanceof Element ? target : undefined;
});

export function lostKeys(): Element | undefined {
  return document.activeElement === document.body && last?.isConnected === false ? last : undefined;
}
