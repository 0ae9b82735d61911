export { applyMiddleware, combineReducers, legacy_createStore, type Store } from 'redux';
export { thunk } from 'redux-thunk';
