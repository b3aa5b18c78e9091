/** A practice management system with a REST interface that speaks JSON. */
package carequeue.adapter.pms.rest;
