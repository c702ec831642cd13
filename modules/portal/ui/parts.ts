/** What the frame shows of the portal. Heavy enough to be left out of `index.tsx`. */
export { OurFace } from './OurFace.tsx';
