export { ProveAgain } from './ProveAgain.tsx';
