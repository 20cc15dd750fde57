'use client';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import classes from './editor.module.css';
import { moved, type Row, removed } from './editor-form';
import { RowControls } from './row-controls';

interface RowListProps<R extends Row> {
  legend: string;
  hint?: string;
  /** What is wrong with the list as a whole. */
  error?: string | undefined;
  rows: readonly R[];
  nameOf(row: R, index: number): string;
  renderRow(row: R, index: number): ReactNode;
  addLabel: string;
  onAdd(): void;
  onChange(rows: R[]): void;
  /** What stands there while the list is empty. */
  empty?: ReactNode;
}

/** A list of rows that can be put in another order, taken away and added to, all by keyboard. */
export function RowList<R extends Row>(props: RowListProps<R>) {
  const { rows, error } = props;
  const addButton = useRef<HTMLButtonElement>(null);
  const remove = (index: number) => {
    props.onChange(removed(rows, index));
    // The row that had the focus is gone: the button that brings it back is the next best place.
    addButton.current?.focus();
  };
  return (
    <fieldset className={classes.fieldset}>
      <legend>{props.legend}</legend>
      {props.hint && <p className="viva-muted">{props.hint}</p>}
      {rows.length === 0 && props.empty}
      <ol className={classes.rows}>
        {rows.map((row, index) => (
          <li key={row.key} className={classes.row}>
            {props.renderRow(row, index)}
            <RowControls
              name={props.nameOf(row, index)}
              isFirst={index === 0}
              isLast={index === rows.length - 1}
              onMove={(by) => props.onChange(moved(rows, index, by))}
              onRemove={() => remove(index)}
            />
          </li>
        ))}
      </ol>
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
      <Button
        ref={addButton}
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden="true" />}
        onClick={props.onAdd}
      >
        {props.addLabel}
      </Button>
    </fieldset>
  );
}
