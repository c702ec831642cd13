declare module 'virtual:words/*' {
  import type { Words } from '@mosty/ui-kit';

  const words: Record<string, Words>;
  export default words;
}
