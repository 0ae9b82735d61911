export { applyMiddleware, combineReducers, createStore as legacy_createStore, type Store } from 'redux';
export { default as thunk } from 'redux-thunk';
