import { workspaceId, type WorkspaceId } from '@mosty/kernel/context';
import type { Click } from '../../domain/click.ts';

/** A click on its line of the spool, with the company it belongs to. */
export function toLine(company: WorkspaceId, click: Click): string {
  return JSON.stringify([company, { ...click, clickedAt: click.clickedAt.getTime() }]);
}

export function fromLine(line: string): { company: WorkspaceId; click: Click } {
  const [company, click] = JSON.parse(line) as [string, Click & { clickedAt: number }];
  return { company: workspaceId(company), click: { ...click, clickedAt: new Date(click.clickedAt) } };
}
