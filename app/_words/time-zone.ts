/** Every time on every page is Vietnam's, wherever the reader or the server is. */
export const timeZone = 'Asia/Ho_Chi_Minh'
