import { Button } from '@mantine/core';
import { hrefOf, useLanguage, useWords } from '@mosty/ui-kit';
import { IconPrinter } from '@tabler/icons-react';
import { versionFile } from '../contract.ts';

/** A version as one page to print or to keep; every version has its own. */
export function PaperLink({ agreementId, version }: { agreementId: string; version: number }) {
  const t = useWords('agreements');
  const language = useLanguage();
  return (
    <Button
      component="a"
      variant="default"
      size="compact-sm"
      leftSection={<IconPrinter size={16} stroke={1.6} />}
      href={hrefOf(versionFile, { params: { agreementId, version }, query: { language } })}
      download
    >
      {t('version.print')}
    </Button>
  );
}
