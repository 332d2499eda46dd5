// Streams and events.
#include "state.h"

static bool known(CUstream stream) { return state().streams.count(stream) != 0; }

static bool known(CUevent event) { return state().events.count(event) != 0; }

EXPORT CUresult cuStreamCreate(CUstream* stream, unsigned flags) {
    Guard guard(state().lock);
    if (CUresult e = standing()) return e;
    if (flags != CU_STREAM_NON_BLOCKING) return CUDA_ERROR_INVALID_VALUE;
    *stream = new Stream();
    state().streams.insert(*stream);
    return CUDA_SUCCESS;
}

EXPORT CUresult cuStreamDestroy_v2(CUstream stream) {
    Guard guard(state().lock);
    if (!known(stream)) return CUDA_ERROR_INVALID_HANDLE;
    drain(stream);
    state().streams.erase(stream);
    delete stream;
    return state().sticky;
}

EXPORT CUresult cuStreamSynchronize(CUstream stream) {
    Guard guard(state().lock);
    if (CUresult e = standing()) return e;
    if (!known(stream)) return CUDA_ERROR_INVALID_HANDLE;
    drain(stream);
    return state().sticky;
}

EXPORT CUresult cuEventCreate(CUevent* event, unsigned) {
    Guard guard(state().lock);
    if (CUresult e = standing()) return e;
    *event = new Event();
    state().events.insert(*event);
    return CUDA_SUCCESS;
}

EXPORT CUresult cuEventDestroy_v2(CUevent event) {
    Guard guard(state().lock);
    if (!known(event)) return CUDA_ERROR_INVALID_HANDLE;
    drainAll();
    state().events.erase(event);
    delete event;
    return state().sticky;
}

EXPORT CUresult cuEventRecord(CUevent event, CUstream stream) {
    Guard guard(state().lock);
    if (CUresult e = standing()) return e;
    if (!known(event) || !known(stream)) return CUDA_ERROR_INVALID_HANDLE;
    event->recorded = true;
    event->reached = false;
    submit(stream, [event] {
        event->reached = true;
        event->at = seconds();
    });
    return CUDA_SUCCESS;
}

// A step of the work that waits is done at each question, so that whoever asks often enough gets there.
EXPORT CUresult cuEventQuery(CUevent event) {
    Guard guard(state().lock);
    if (CUresult e = standing()) return e;
    if (!known(event)) return CUDA_ERROR_INVALID_HANDLE;
    if (event->reached) return CUDA_SUCCESS;
    for (CUstream stream : state().streams) {
        if (stream->pending.empty()) continue;
        std::function<void()> work = std::move(stream->pending.front());
        stream->pending.pop_front();
        work();
    }
    return state().sticky != CUDA_SUCCESS ? state().sticky : CUDA_ERROR_NOT_READY;
}

EXPORT CUresult cuEventSynchronize(CUevent event) {
    Guard guard(state().lock);
    if (CUresult e = standing()) return e;
    if (!known(event)) return CUDA_ERROR_INVALID_HANDLE;
    for (CUstream stream : state().streams) drain(stream, event);
    return state().sticky;
}

EXPORT CUresult cuEventElapsedTime(float* milliseconds, CUevent first, CUevent last) {
    Guard guard(state().lock);
    if (CUresult e = standing()) return e;
    if (!known(first) || !known(last) || !first->recorded || !last->recorded) return CUDA_ERROR_INVALID_HANDLE;
    if (!first->reached || !last->reached) return CUDA_ERROR_NOT_READY;
    *milliseconds = static_cast<float>(1e3 * (last->at - first->at));
    return CUDA_SUCCESS;
}
