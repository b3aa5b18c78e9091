/** Push messages to browsers by Web Push (RFC 8030, 8291, 8292). */
package carequeue.adapter.push.web;
