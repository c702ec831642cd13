import { Button, Menu } from '@mantine/core';
import { useWords } from '@mosty/ui-kit';
import type { Deal, Stage } from '../../contract.ts';
import { useStageName } from './stage-name.ts';

interface Props {
  readonly deal: Pick<Deal, 'id' | 'title' | 'stage'>;
  readonly stages: readonly Stage[];
  readonly onMove: (deal: Pick<Deal, 'id' | 'title'>, to: Stage) => void;
}

/** The board's move, on the card of the deal. */
export function MoveMenu({ deal, stages, onMove }: Props) {
  const t = useWords('deals');
  const nameOf = useStageName();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button>{t('work.board.moveTo')}…</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {stages
          .filter(({ code }) => code !== deal.stage)
          .map((stage) => (
            <Menu.Item key={stage.code} onClick={() => onMove(deal, stage)}>
              {nameOf(stage)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
