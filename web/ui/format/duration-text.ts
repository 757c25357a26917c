/** Whole minutes as "2 d 3 h", "1 h 30 min" or "45 min": the two largest units that say something. */
export function durationText(minutes: number): string {
  const whole = Math.max(0, Math.trunc(minutes));
  const [days, hours, rest] = [Math.trunc(whole / 1_440), Math.trunc(whole / 60) % 24, whole % 60];
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  if (hours > 0) return rest > 0 ? `${hours} h ${rest} min` : `${hours} h`;
  return `${rest} min`;
}
