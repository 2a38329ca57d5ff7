export * from './catalog';
export * from './goal';
export * from './inventory';
export * from './plan';
export * from './plan-options';
export * from './problem';
export * from './version';
