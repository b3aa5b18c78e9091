/** Push messages to browsers and telephones. */
package carequeue.adapter.push;
