/** The bell of both frames. Loaded after the page. */
export { Bell } from './Bell.tsx';
