import { useNetwork } from '@mantine/hooks';
import { useWords } from '@mosty/ui-kit';
import classes from './Offline.module.css';

/** Says that the network is gone; what is on the page stays readable. */
export function Offline() {
  const t = useWords('shell');
  const { online } = useNetwork();
  return (
    <div role="status" className={online ? undefined : classes.notice}>
      {online ? null : t('offline')}
    </div>
  );
}
