import { interviewStoreContract } from '../adapters/storage/interview-store.contract';
import { memoryInterviewStore } from './memory-interview-store';

interviewStoreContract(async () => memoryInterviewStore());
