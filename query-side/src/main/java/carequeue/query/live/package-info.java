/** How far the views are, waiting for what one has written, and streams of what changed. */
package carequeue.query.live;
