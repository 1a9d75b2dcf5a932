import { Refusal } from '../answers/refusal.js';
import {
  noContent,
  ok,
  type Reply,
  type RequestContext,
  type Route,
} from '../operation/operation.js';
import { readInteger } from '../operation/requestBody.js';
import { HOUR } from '../time/zone.js';
import { notificationView } from '../views/notificationView.js';

const emptyQueue = () => new Refusal(404, 'No notifications found');

function pullOne(context: RequestContext): Reply {
  const [oldest, ...notifications] = context.state.notifications;
  if (oldest === undefined) throw emptyQueue();
  return ok({ ...context.state, notifications }, notificationView(oldest, context.state.zone));
}

function pullMany(context: RequestContext): Reply {
  const limit = readInteger(context.query.get('limit') ?? '1', 'limit', 1, 100);
  const { notifications, zone } = context.state;
  if (notifications.length === 0 && context.behaviour.emptyQueue === 'not-found')
    throw emptyQueue();
  const rest = notifications.slice(limit);
  return ok(
    { ...context.state, notifications: rest },
    {
      notifications: notifications.slice(0, limit).map((entry) => notificationView(entry, zone)),
      remaining: rest.length,
    },
  );
}

/** The sandbox pushes nothing, so nothing ever failed; what can be seen is the once-an-hour rule. */
function release(context: RequestContext): Reply {
  if (context.behaviour.releaseNotifications === 'refused') {
    throw new Refusal(403, 'You are not allowed to use this method');
  }
  const again = (context.state.releasedAt ?? Number.NEGATIVE_INFINITY) + HOUR;
  if (context.now < again) {
    const seconds = String(Math.ceil((again - context.now) / 1000));
    throw new Refusal(429, 'Too many requests', [], { 'Retry-After': seconds });
  }
  return noContent({ ...context.state, releasedAt: context.now });
}

/** Notifications, pulled (Docplanner API, section 12). */
export const notificationRoutes: readonly Route[] = [
  { method: 'GET', path: '/notifications', operation: pullOne },
  { method: 'GET', path: '/notifications/multiple', operation: pullMany },
  { method: 'POST', path: '/notifications/release', operation: release },
];
