export * from './database.ts';
export * from './actors.ts';
export * from './ask.ts';
export * from './authenticator.ts';
export * from './browser.ts';
export * from './totp.ts';
export * from './file-answer.ts';
