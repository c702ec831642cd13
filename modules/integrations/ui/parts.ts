/** What the shell gives to lists of other modules. */
export { default as ImportMark } from './ImportMark.tsx';
