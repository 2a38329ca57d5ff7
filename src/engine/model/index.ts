export * from './catalog';
export * from './goal';
export * from './inventory';
export * from './plan';
export * from './problem';
export * from './version';
