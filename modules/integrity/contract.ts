export * from './contract/breaches.ts';
export * from './contract/flags.ts';
export * from './contract/looks.ts';
export * from './contract/questions.ts';
export * from './contract/signs.ts';
