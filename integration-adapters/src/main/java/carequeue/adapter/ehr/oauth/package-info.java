/** How we show the EHR who we are: OAuth 2.0 client credentials and SMART Backend Services. The JOSE library is seen nowhere else. */
package carequeue.adapter.ehr.oauth;
