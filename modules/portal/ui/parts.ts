export { OurFace } from './OurFace.tsx';
