'use client';
import { Button, Checkbox, NativeSelect, Table } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { remapImport } from '@/app/_client/bank';
import { useRequest } from '@/app/_client/use-request';
import {
  COLUMN_ROLES,
  type ColumnRole,
  hasColumnNames,
  type PreviewDocument,
} from '@/lib/domain/question-bank';
import classes from './import.module.css';
import { useRunningChange } from './running-changes';
import type { DocumentChange } from './use-import';

interface ColumnMappingProps {
  importId: string;
  document: PreviewDocument;
  onDocument(change: DocumentChange): void;
}

/** Of a document made of rows: which column was taken for what, with the first rows, and the means to change it. */
export function ColumnMapping({ importId, document, onDocument }: ColumnMappingProps) {
  const during = useRunningChange();
  const { table, mapping } = document;
  if (!table || !mapping) return null;
  return (
    <MappingForm
      columns={table.columns}
      rows={table.rows}
      mapping={mapping}
      save={(chosen) =>
        during(async () => {
          const read = await remapImport(importId, document, chosen);
          onDocument(() => read);
        })
      }
    />
  );
}

type Mapping = NonNullable<PreviewDocument['mapping']>;
type Chosen = { roles: ColumnRole[]; isFirstRowData: boolean };

interface MappingFormProps {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  mapping: Mapping;
  /** Resolves to whether the table was read so. */
  save(chosen: Chosen): Promise<boolean>;
}

function MappingForm({ columns, rows, mapping, save }: MappingFormProps) {
  const t = useTranslations('columns');
  const isDataBefore = mapping.isFirstRowData ?? !hasColumnNames(columns);
  // What was chosen here stands until it is read so, whatever another window makes of the table.
  const [chosen, setChosen] = useState<Partial<Chosen>>({});
  const { roles = mapping.roles, isFirstRowData = isDataBefore } = chosen;
  const { isRunning, failure, run } = useRequest();
  const apply = () =>
    run(async () => {
      if (await save({ roles, isFirstRowData })) setChosen({});
    });
  const isUnsure = mapping.confidence !== undefined && mapping.confidence < 0.8;
  const isChanged =
    roles.some((role, index) => role !== mapping.roles[index]) || isFirstRowData !== isDataBefore;
  return (
    <details open={isUnsure || undefined} data-testid="column-mapping">
      <summary>{t(isUnsure ? 'unsure' : 'title')}</summary>
      <p className="viva-muted">{t('note')}</p>
      <Table.ScrollContainer minWidth={480}>
        <Table withColumnBorders>
          <ColumnHeads
            columns={columns}
            roles={roles}
            setRoles={(to) => setChosen({ ...chosen, roles: to })}
          />
          <SampleRows rows={rows} />
        </Table>
      </Table.ScrollContainer>
      <Checkbox
        mt="sm"
        label={t('firstRowIsData')}
        checked={isFirstRowData}
        onChange={(event) => setChosen({ ...chosen, isFirstRowData: event.currentTarget.checked })}
      />
      {failure && <p role="alert">{failure}</p>}
      <Button
        mt="sm"
        variant="default"
        loading={isRunning}
        disabled={!roles.includes('question') || (!isChanged && !isUnsure)}
        onClick={() => void apply()}
      >
        {t('apply')}
      </Button>
    </details>
  );
}

interface ColumnHeadsProps {
  columns: readonly string[];
  roles: readonly ColumnRole[];
  setRoles(roles: ColumnRole[]): void;
}

function ColumnHeads({ columns, roles, setRoles }: ColumnHeadsProps) {
  const t = useTranslations('columns');
  const data = COLUMN_ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }));
  const choose = (index: number, value: string) => {
    const chosen = COLUMN_ROLES.find((role) => role === value);
    if (chosen) setRoles(roles.map((role, at) => (at === index ? chosen : role)));
  };
  return (
    <Table.Thead>
      <Table.Tr>
        {columns.map((given, index) => {
          const name = given || t('column', { number: index + 1 });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity, and never change places.
            <Table.Th key={index}>
              {name}
              <NativeSelect
                size="xs"
                aria-label={t('roleOf', { column: name })}
                value={roles[index]}
                onChange={(event) => choose(index, event.currentTarget.value)}
                data={data}
              />
            </Table.Th>
          );
        })}
      </Table.Tr>
    </Table.Thead>
  );
}

function SampleRows({ rows }: { rows: MappingFormProps['rows'] }) {
  return (
    <Table.Tbody>
      {rows.map((row, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file, in its order; two may be the same.
        <Table.Tr key={line}>
          {row.map((cell, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: cells of a row, in its order.
            <Table.Td key={index} className={classes.cell}>
              {cell}
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </Table.Tbody>
  );
}
