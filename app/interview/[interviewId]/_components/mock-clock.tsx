'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import classes from './interview.module.css';

/** From here on the clock is amber. Seconds. */
const LAST_SECONDS = 120;

/** `m:ss`, or `h:mm:ss` from an hour on. */
export function clockText(seconds: number): string {
  const left = Math.max(0, Math.ceil(seconds));
  const parts = [Math.floor(left / 60) % 60, left % 60];
  const hours = Math.floor(left / 3600);
  const [minutes, rest] = parts.map((part) => String(part).padStart(2, '0'));
  return hours > 0 ? `${hours}:${minutes}:${rest}` : `${parts[0]}:${rest}`;
}

/** The time that is left; calls `onEnd` once when it has run out. */
export function MockClock({ endsAt, onEnd }: { endsAt: string; onEnd: () => void }) {
  const t = useTranslations('interview');
  const [left, setLeft] = useState<number | null>(null);
  const end = useRef({ onEnd, hasEnded: false });
  useEffect(() => {
    end.current.onEnd = onEnd;
  }, [onEnd]);
  useEffect(() => {
    const tick = () => {
      const seconds = (Date.parse(endsAt) - Date.now()) / 1000;
      setLeft(seconds);
      if (seconds <= 0 && !end.current.hasEnded) {
        end.current.hasEnded = true;
        end.current.onEnd();
      }
    };
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [endsAt]);
  if (left === null) return null;
  const isLate = left <= LAST_SECONDS;
  return (
    <span className={classes.clock} data-late={isLate || undefined} role="timer" aria-live="off">
      <span className="viva-hidden">{t('timeLeft')} </span>
      {clockText(left)}
      {isLate && <span className={classes.clockNote}>{t('lastMinutes')}</span>}
    </span>
  );
}
