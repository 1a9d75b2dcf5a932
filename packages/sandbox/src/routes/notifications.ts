import { type Call, noContent, ok, type Reply, type Route } from '../server/operation.js';
import { Refusal } from '../server/refusal.js';
import { readInteger } from '../server/request-body.js';
import { notificationView } from '../state/notify.js';
import { HOUR } from '../time/zone.js';

function pullOne(call: Call): Reply {
  const [oldest, ...notifications] = call.world.notifications;
  if (oldest === undefined) throw new Refusal(404, 'No notifications found');
  return ok({ ...call.world, notifications }, notificationView(oldest, call.world.zone));
}

function pullMany(call: Call): Reply {
  const limit = readInteger(call.query.get('limit') ?? '1', 'limit', 1, 100);
  const { notifications, zone } = call.world;
  const rest = notifications.slice(limit);
  return ok(
    { ...call.world, notifications: rest },
    {
      notifications: notifications.slice(0, limit).map((entry) => notificationView(entry, zone)),
      remaining: rest.length,
    },
  );
}

/** The sandbox pushes nothing, so nothing ever failed; what can be seen is the once-an-hour rule. */
function release(call: Call): Reply {
  if (call.behaviour.releaseNotifications === 'refused') {
    throw new Refusal(403, 'You are not allowed to use this method');
  }
  const again = (call.world.releasedAt ?? Number.NEGATIVE_INFINITY) + HOUR;
  if (call.now < again) {
    const seconds = String(Math.ceil((again - call.now) / 1000));
    throw new Refusal(429, 'Too many requests', [], { 'Retry-After': seconds });
  }
  return noContent({ ...call.world, releasedAt: call.now });
}

/** Notifications, pulled (Docplanner API, section 12). */
export const notificationRoutes: readonly Route[] = [
  { method: 'GET', path: '/notifications', operation: pullOne },
  { method: 'GET', path: '/notifications/multiple', operation: pullMany },
  { method: 'POST', path: '/notifications/release', operation: release },
];
